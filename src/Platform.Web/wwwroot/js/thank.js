// Thanks without leaving the page. Where that fails the form goes its ordinary way.
export default function readyThanks() {
  for (const form of document.querySelectorAll("[data-thank]")) {
    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      const button = form.querySelector("button");
      if (button.getAttribute("aria-disabled") === "true") {
        return;
      }

      button.setAttribute("aria-disabled", "true");
      try {
        const answer = await fetch(form.action, { method: "POST", headers: { Accept: "application/json" } });
        if (!answer.ok) {
          throw new Error(`${answer.status}`);
        }

        form.querySelector("[role=status]").textContent = (await answer.json()).words;
        button.textContent = button.dataset.done;
      } catch {
        form.submit();
      }
    });
  }
}
