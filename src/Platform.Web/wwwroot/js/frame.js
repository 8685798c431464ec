// Inside a frame on another site: tells the page around how high the petition is, and that alone. Whoever may frame us may know it.
export default function readyFrame() {
  if (parent === window) return;
  const main = document.querySelector("[data-frame]");
  const tell = () => parent.postMessage({ undersigned: { height: main.getBoundingClientRect().bottom + scrollY } }, "*");
  new ResizeObserver(tell).observe(main);
  tell();
}
