// Keeps "2 min" true while the page is open. The words come from the server: now | # min | # h | yesterday.
const minute = 60_000;

export default function keepTimesTrue() {
  const number = new Intl.NumberFormat(document.documentElement.lang);

  function words(element) {
    const minutes = Math.floor((Date.now() - Date.parse(element.dateTime)) / minute);
    const [now, short, hours, yesterday] = element.dataset.relative.split("|");
    if (minutes < 1) return now;
    if (minutes < 60) return short.replace("#", number.format(minutes));
    if (minutes < 24 * 60) return hours.replace("#", number.format(Math.floor(minutes / 60)));
    return minutes < 48 * 60 ? yesterday : null;
  }

  function tell() {
    for (const element of document.querySelectorAll("time[data-relative]")) {
      const text = words(element);
      if (text && element.textContent !== text) {
        element.textContent = text;
      }
    }
  }

  setInterval(tell, minute / 2);
  // A tab that slept, or a page kept by a cache, is behind when it is seen again.
  document.addEventListener("visibilitychange", () => document.hidden || tell());
  addEventListener("pageshow", (event) => event.persisted && tell());
}
