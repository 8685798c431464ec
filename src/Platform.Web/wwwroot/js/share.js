// The phone's own share sheet, and copying a link. Both are extra: the plain links beside them do the same.
export default function readySharing() {
  for (const button of document.querySelectorAll("[data-share]")) {
    if (!navigator.share) {
      (button.closest("li") ?? button).hidden = true;
      continue;
    }

    button.addEventListener("click", () => {
      const { title, text, url } = button.dataset;
      // Closing the sheet without choosing is an answer, not an error.
      navigator.share({ title, text: text || undefined, url: url ?? location.href }).catch(() => {});
    });
  }

  for (const button of document.querySelectorAll("[data-copy]")) {
    // The clipboard is closed to pages that came over plain HTTP.
    if (!navigator.clipboard) {
      (button.closest("li") ?? button).hidden = true;
      continue;
    }

    const words = button.querySelector("span") ?? button;
    const before = words.textContent;
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(button.dataset.copy || location.href);
      words.textContent = button.dataset.copied;
      button.setAttribute("aria-live", "polite");
      setTimeout(() => { words.textContent = before; }, 2500);
    });
  }
}
