// Dates are said in the zone of who writes them, if the list knows it; nobody who chose one is overruled.
export default function readyOwnZone() {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  for (const list of document.querySelectorAll("select[data-own-zone=ask]")) {
    if ([...list.options].some((option) => option.value === zone)) {
      list.value = zone;
    }
  }
}
