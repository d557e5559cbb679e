"use strict";

// The sound kept for where there is no network; the service worker answers with it.
if (listen.canKeep) {
  const { audio, announce } = listen;
  const button = document.getElementById("garder");
  const SOUND = "speakerine-sound";

  function show(kept) {
    button.setAttribute("aria-pressed", String(kept));
  }

  async function keepSound(cache) {
    announce("Téléchargement…");
    await cache.add(audio.src);
    show(true);
    announce("L’épisode est gardé sur cet appareil.");
  }

  async function forgetSound(cache) {
    await cache.delete(audio.src);
    show(false);
    announce("L’épisode n’est plus gardé.");
  }

  button.addEventListener("click", async () => {
    button.disabled = true;
    try {
      const cache = await caches.open(SOUND);
      await ((await cache.match(audio.src)) ? forgetSound(cache) : keepSound(cache));
    } catch {
      announce("L’épisode n’a pas pu être gardé : vérifiez la connexion et la place libre.");
    }
    button.disabled = false;
    button.focus();
  });

  navigator.serviceWorker.ready
    .then(() => caches.open(SOUND))
    .then((cache) => cache.match(audio.src))
    .then((kept) => {
      show(Boolean(kept));
      button.disabled = false;
    });
}
