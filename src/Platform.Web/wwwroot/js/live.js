// Keeps the count, the goal and the newest lines of an open page true. The server sends the same HTML as stands in the page;
// it is spoken politely, at most once a minute. A hidden page follows nothing, and where events fail it asks now and then.
const second = 1000;
const firstPause = 20 * second;
const longestPause = 5 * 60 * second;

export default function keepLive() {
  for (const part of document.querySelectorAll("[data-live-url]")) {
    follow(part);
  }
}

function follow(part) {
  const speaker = document.body.appendChild(document.createElement("p"));
  speaker.className = "sr";
  speaker.setAttribute("role", "status");
  let events = null;
  let asking = null;
  let pause = firstPause;
  let shown = null;
  let spokenAt = Date.now();

  function listen() {
    if (document.hidden || events) return;
    events = new EventSource(part.dataset.liveUrl);
    events.onmessage = (event) => show(event.data);
    events.onerror = () => {
      // While the browser itself tries again there is nothing to do.
      if (events?.readyState === EventSource.CLOSED) {
        stop();
        asking = setTimeout(ask, pause);
      }
    };
  }

  function stop() {
    events?.close();
    clearTimeout(asking);
    events = asking = null;
  }

  async function ask() {
    try {
      const answer = await fetch(part.dataset.cardUrl, { headers: { Accept: "text/html" } });
      if (!answer.ok) throw new Error(answer.statusText);
      show(await answer.text());
      pause = firstPause;
    } catch {
      // The page stays as it is; ask less and less often until the server answers again.
      pause = Math.min(pause * 2, longestPause);
    }

    asking = setTimeout(ask, pause);
  }

  function show(html) {
    if (html === shown || part.contains(document.activeElement)) return;
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
      // The bar at a phone's foot says the same number.
      for (const twin of document.querySelectorAll(".bar b")) twin.textContent = count.firstElementChild.textContent;
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

  document.addEventListener("visibilitychange", () => (document.hidden ? stop() : listen()));
  listen();
}
