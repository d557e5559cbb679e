"use strict";

// What a phone shows on its locked screen, and the keys it has there (Media Session).
if ("mediaSession" in navigator) {
  const { audio, durationS, seek, play } = listen;
  const session = navigator.mediaSession;
  const chapter = document.getElementById("chapitre");
  const show = document.querySelector(".top a");
  const cover = show.querySelector("img").src;
  // From a folder, the cover has an address that no system takes.
  const artwork = cover.startsWith("http") ? [{ src: cover, sizes: "800x800", type: "image/jpeg" }] : [];

  function describe() {
    session.metadata = new MediaMetadata({
      title: document.querySelector("h1").textContent,
      artist: chapter.textContent || show.textContent.trim(),
      album: show.textContent.trim(),
      artwork,
    });
  }

  function tellPosition() {
    const duration = durationS();
    session.setPositionState({
      duration,
      playbackRate: audio.playbackRate,
      position: Math.min(audio.currentTime, duration),
    });
  }

  const actions = {
    play,
    pause: () => audio.pause(),
    seekbackward: (asked) => seek(audio.currentTime - (asked.seekOffset ?? 15)),
    seekforward: (asked) => seek(audio.currentTime + (asked.seekOffset ?? 30)),
    seekto: (asked) => seek(asked.seekTime),
  };
  for (const [name, act] of Object.entries(actions)) {
    try { session.setActionHandler(name, act); } catch { /* a key that this browser has not */ }
  }

  audio.addEventListener("play", describe);
  for (const name of ["play", "seeked", "ratechange"]) audio.addEventListener(name, tellPosition);
  new MutationObserver(() => session.metadata && describe()).observe(chapter, { childList: true });
}
