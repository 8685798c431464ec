// Opens the browser's own way to print; its menu does the same.
export default function readyPrinting() {
  for (const button of document.querySelectorAll("[data-print]")) {
    button.addEventListener("click", () => window.print());
  }
}
