import { afterPause } from "./form-post.js";

// Shows what becomes of a colour while it is being chosen. The server says it, by the rule that paints the pages.
const pause = 150;

export default function readyAccent() {
  const frame = document.querySelector("[data-accent]");
  const typed = frame.querySelector("input:not([type=color])");
  const picked = frame.querySelector("[type=color]");
  const looks = document.querySelectorAll(".look");
  let asked = 0;
  const show = afterPause(pause, async () => {
    const question = ++asked;
    const answer = await fetch(`${frame.dataset.accent}?accent=${encodeURIComponent(typed.value)}`).catch(() => null);
    if (!answer?.ok) return;
    const colours = await answer.json();
    // An answer that was overtaken by a newer one is dropped.
    if (question !== asked) return;
    for (const look of looks) {
      for (const tone of ["light", "dark"]) {
        look.style.setProperty(`--brand-${tone}`, colours[tone] ?? "initial");
      }
    }

    for (const note of document.querySelectorAll("[data-changed]")) note.hidden = !(note.dataset.changed === "light" ? colours.darker : colours.lighter);
    if (colours.chosen) picked.value = colours.chosen;
  });
  typed.addEventListener("input", show);
  picked.addEventListener("input", () => {
    typed.value = picked.value;
    show();
  });
}
