// Thanks without leaving the page. Where that fails, the next press goes the form's ordinary way.
export default function readyThanks() {
  for (const form of document.querySelectorAll("[data-thank]")) {
    const button = form.querySelector("button");
    const thank = async (event) => {
      event.preventDefault();
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
        form.removeEventListener("submit", thank);
        button.removeAttribute("aria-disabled");
      }
    };
    form.addEventListener("submit", thank);
  }
}
