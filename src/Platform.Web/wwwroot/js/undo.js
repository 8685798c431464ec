// Counts down the seconds in which a decision can be taken back, then leaves. The server keeps the time; this shows it.
export default function readyUndo() {
  const number = new Intl.NumberFormat(document.documentElement.lang);
  for (const form of document.querySelectorAll("[data-undo]")) {
    const left = form.querySelector("[data-undo-left]");
    const end = Date.now() + Number(form.dataset.undo) * 1000;
    const timer = setInterval(() => {
      const seconds = Math.ceil((end - Date.now()) / 1000);
      if (left) left.textContent = number.format(Math.max(seconds, 0));
      if (seconds <= 0) {
        clearInterval(timer);
        form.remove();
      }
    }, 250);
  }
}
