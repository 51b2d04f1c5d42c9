// Follows a weigh-in: when the club says that something changed, the page is fetched and what is new takes its place.
// Without this script the page is as complete, as of when it was loaded.
const main = document.getElementById("main");
const said = document.createElement("p");
said.className = "wrap live-status";
said.setAttribute("role", "status");
main.before(said);

let shown = main.innerHTML;
let fetching = false;
let missed = false;
let source;

connect();
document.addEventListener("visibilitychange", () => {
  if (missed && !document.hidden) void refresh();
});

function connect() {
  source = new EventSource("/live");
  // Also after a gap: what was said meanwhile was not heard.
  source.addEventListener("open", () => void refresh());
  source.addEventListener("changed", () => setTimeout(refresh, 100 + Math.random() * 400));
  source.addEventListener("error", () => {
    // A broken line is taken up again by itself; a refused one is not.
    if (source.readyState === EventSource.CLOSED) setTimeout(connect, 30_000 + Math.random() * 30_000);
  });
}

async function refresh() {
  missed = fetching || document.hidden;
  if (missed) return;
  fetching = true;
  try {
    const answer = await fetch(location.href, { cache: "no-cache" });
    if (answer.ok) show(new DOMParser().parseFromString(await answer.text(), "text/html"));
  } catch {
    // Out of reach for a moment; the next change, or the line's return, asks again.
  } finally {
    fetching = false;
  }
  if (missed) await refresh();
}

function show(page) {
  const fresh = page.getElementById("main");
  if (fresh === null) return;
  if (fresh.innerHTML !== shown) {
    shown = fresh.innerHTML;
    const focused = main.contains(document.activeElement) && document.activeElement.getAttribute("href");
    main.replaceChildren(...fresh.childNodes);
    if (focused) main.querySelector(`[href="${CSS.escape(focused)}"]`)?.focus({ preventScroll: true });
    document.title = page.title;
    said.textContent = `New figures at ${new Date().toLocaleTimeString([], { hour: "numeric", minute: "2-digit" })}.`;
  }
  if (page.querySelector("script[data-live]") === null) {
    source.close();
    said.textContent = "The results are final.";
  }
}
