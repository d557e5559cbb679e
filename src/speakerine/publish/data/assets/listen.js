"use strict";

// What the scripts of an episode's page share: the sound, whose own events tell all of them everything.
const listen = (() => {
  const audio = document.getElementById("lecteur");
  const { guid, duration } = audio.closest("[data-guid]").dataset;
  // Browsers keep nothing of what came over plain HTTP, nor of a folder.
  const canKeep = /^http/.test(location.protocol) && "caches" in window && Boolean(navigator.serviceWorker);

  /** The length of the sound in seconds: the file's own once it is known. */
  const durationS = () => (Number.isFinite(audio.duration) ? audio.duration : Number(duration));

  /** @param {number} seconds @returns {string} 4:05, or 1:04:05 */
  function clock(seconds) {
    const whole = Math.floor(seconds);
    const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
    const twoDigits = (number) => String(number).padStart(2, "0");
    return hours ? `${hours}:${twoDigits(minutes)}:${twoDigits(rest)}` : `${minutes}:${twoDigits(rest)}`;
  }

  /** Goes there, and tells: a sound that is not loaded yet says nothing of it by itself. */
  function seek(seconds) {
    audio.currentTime = Math.min(Math.max(0, seconds), Math.max(0, durationS() - 0.1));
    audio.dispatchEvent(new Event("timeupdate"));
  }

  /** Plays; where the browser will not, the sound stays paused, and its "error" says why. */
  const play = () => audio.play().catch(() => {});

  const toggle = () => (audio.paused ? play() : audio.pause());

  /** Shows a sentence, which screen readers say. */
  function announce(text) {
    document.getElementById("message").textContent = text;
  }

  /** The last of the moments, ascending, that is not after now; -1 before the first. */
  function indexAt(momentsS, nowS) {
    let [low, high] = [0, momentsS.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (momentsS[middle] <= nowS) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }

  // A browser may refuse to keep anything: the page then works without.
  function recall(key) {
    try { return localStorage.getItem(`speakerine ${key}`); } catch { return null; }
  }

  function keep(key, value) {
    try {
      if (value === null) localStorage.removeItem(`speakerine ${key}`);
      else localStorage.setItem(`speakerine ${key}`, value);
    } catch { /* not kept */ }
  }

  return Object.freeze({
    audio, guid, canKeep, durationS, clock, seek, play, toggle, announce, indexAt, recall, keep,
  });
})();
