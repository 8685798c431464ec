// For other sites: gives each petition's frame the height of what is in it. It reads and stores nothing, and listens to our frames alone.
addEventListener("message", ({ source, origin, data }) => {
  const height = data?.undersigned?.height;
  if (!Number.isFinite(height)) return;
  for (const frame of document.querySelectorAll("iframe[data-undersigned]")) {
    if (frame.contentWindow === source && new URL(frame.src).origin === origin) {
      frame.style.height = `${Math.ceil(height)}px`;
    }
  }
});
