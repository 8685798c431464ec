import { afterPause, fields } from "./form-post.js";

// Shows Markdown as the page will show it. The server renders it, with the same pipeline as the page.
const pause = 350;

export default function readyPreviews() {
  for (const area of document.querySelectorAll("[data-preview-url]")) {
    const target = document.getElementById(area.dataset.previewTarget);
    if (!target) continue;
    let asked = 0;
    const show = async () => {
      const question = ++asked;
      const body = fields(area.form);
      body.set("text", area.value);
      const answer = await fetch(area.dataset.previewUrl, { method: "POST", body }).catch(() => null);
      // An answer that was overtaken by a newer one is dropped.
      if (answer?.ok && question === asked) {
        const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
        target.replaceChildren(...fresh.body.childNodes);
      }
    };
    area.addEventListener("input", afterPause(pause, show));
    if (area.value && !target.hasChildNodes()) show();
  }
}
