// What every page does: has the browser keep it for when there is no network.
"use strict";

if (navigator.serviceWorker && location.protocol.startsWith("http")) {
  const root = new URL(".", document.querySelector("link[rel=manifest]").href);
  addEventListener("load", () => {
    navigator.serviceWorker.register(new URL("sw.js", root)).catch(() => {}); // the page is whole without
  });
}
