// Replaces a part of the page by a fresh copy from the server: the count, the goal and the newest lines.
// The fragment may carry data-announce; it is spoken politely, at most once a minute.
const second = 1000;
const longestPause = 5 * 60 * second;

export default function keepLive() {
  for (const part of document.querySelectorAll("[data-live-url]")) {
    follow(part, Number(part.dataset.liveEvery ?? 20) * second);
  }
}

function follow(part, every) {
  const speaker = document.body.appendChild(document.createElement("p"));
  speaker.className = "sr";
  speaker.setAttribute("role", "status");
  let pause = every;
  let shown = null;
  let spokenAt = Date.now();

  async function look() {
    if (!document.hidden && !part.contains(document.activeElement)) {
      try {
        const answer = await fetch(part.dataset.liveUrl, { headers: { Accept: "text/html" } });
        if (!answer.ok) throw new Error(answer.statusText);
        show(await answer.text());
        pause = every;
      } catch {
        // The page stays as it is; ask less and less often until the server answers again.
        pause = Math.min(pause * 2, longestPause);
      }
    }

    setTimeout(look, pause);
  }

  function show(html) {
    if (html === shown) return;
    shown = html;
    const fresh = new DOMParser().parseFromString(html, "text/html").body;
    const known = new Set([...part.querySelectorAll(".lines__no")].map((number) => number.textContent));
    for (const number of fresh.querySelectorAll("li:not(.lines__next) > .lines__no")) {
      if (!known.has(number.textContent)) number.parentElement.classList.add("is-new");
    }

    const before = part.querySelector("[data-count]")?.textContent;
    part.replaceChildren(...fresh.childNodes);
    document.dispatchEvent(new Event("live"));
    const count = part.querySelector("[data-count]");
    if (count && count.textContent !== before) {
      count.classList.add("is-new");
      speak();
    }
  }

  function speak() {
    const words = part.querySelector("[data-announce]")?.dataset.announce;
    if (words && Date.now() - spokenAt >= 60 * second) {
      speaker.textContent = words;
      spokenAt = Date.now();
    }
  }

  setTimeout(look, pause);
}
