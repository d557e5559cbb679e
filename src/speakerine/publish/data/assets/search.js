// The search: block after block of the episodes, the newest first, until there are enough.
"use strict";

(() => {
  const box = document.getElementById("chercher");
  if (!box) return;
  if (!location.protocol.startsWith("http")) {
    box.remove(); // a page in a folder cannot fetch
    return;
  }
  const [input, status, list, further] = ["input", ".found", ".results", ".further"].map((one) => box.querySelector(one));
  const episodes = document.getElementById("liste");
  const root = box.dataset.root;
  const AT_ONCE = 30;
  const PAUSE_MS = 180;

  const asked = new Map(); // what was fetched, by its path
  let turn = 0; // of the search that counts; an older one that goes on stops at its next step
  let rest = null; // the results that are still to be shown

  function fetched(path) {
    if (!asked.has(path)) {
      const answer = fetch(root + path).then((response) => {
        if (!response.ok) throw new Error(`${path}: ${response.status}`);
        return response.json();
      });
      answer.catch(() => asked.delete(path));
      asked.set(path, answer);
    }
    return asked.get(path);
  }

  /** The episodes that have a word for each beginning, as they are found. */
  async function* matches(words) {
    for (const name of await fetched("search/blocks.json")) {
      const block = await fetched(`search/${encodeURIComponent(name)}.json`);
      const known = Object.keys(block.words);
      const found = words.map((beginning) => {
        const like = known.filter((word) => word.startsWith(beginning));
        return new Set(like.flatMap((word) => block.words[word]));
      });
      yield* block.episodes.filter((_, index) => found.every((ones) => ones.has(index)));
    }
  }

  function make(name, properties, ...children) {
    const element = Object.assign(document.createElement(name), properties);
    element.append(...children);
    return element;
  }

  function entry(episode, words) {
    const page = `${root}episodes/${encodeURIComponent(episode.slug)}/`;
    const title = make("a", { href: page, textContent: episode.title });
    const meta = make("p", { className: "meta", textContent: `${episode.date} · ${episode.duration}` });
    const item = make("li", {}, make("h3", {}, title), meta);
    quote(item, title, page, episode, words).catch(() => {}); // without its sentence it is a result still
    return item;
  }

  /** Adds the sentence that has most of the words, and leads there. */
  async function quote(item, title, page, episode, words) {
    const { segments } = await fetched(`episodes/${encodeURIComponent(episode.slug)}/transcript.json`);
    const counts = segments.map((segment) => Words.count(segment.body, words));
    const most = Math.max(0, ...counts);
    if (!most) return;
    const { body, startTime } = segments[counts.indexOf(most)];
    const href = `${page}#t=${startTime}`;
    const text = Words.pieces(body, words).map(([piece, asked]) => (asked ? make("mark", {}, piece) : piece));
    const clock = make("span", { className: "clock", textContent: inClock(startTime) });
    title.href = href;
    item.append(make("p", { className: "heard" }, make("a", { href }, clock, ...text)));
  }

  function inClock(seconds) {
    const [h, m, s] = [seconds / 3600, (seconds / 60) % 60, seconds % 60].map(Math.floor);
    return (h ? [h, String(m).padStart(2, "0")] : [m]).concat(String(s).padStart(2, "0")).join(":");
  }

  /** Shows the next results; `leads` puts the keyboard on the first of them. */
  async function show({ results, words }, mine, leads) {
    further.hidden = true;
    for (let shown = 0; shown < AT_ONCE; shown += 1) {
      const { value, done } = await results.next();
      if (mine !== turn) return;
      if (done) {
        status.textContent = said(list.children.length);
        return;
      }
      list.append(entry(value, words));
      if (leads && !shown) list.lastChild.querySelector("a").focus();
    }
    further.hidden = false;
    status.textContent = `Les ${list.children.length} épisodes trouvés les plus récents.`;
  }

  function said(count) {
    if (!count) return "Aucun épisode trouvé.";
    return count === 1 ? "Un épisode trouvé." : `${count} épisodes trouvés.`;
  }

  function search() {
    const words = Words.folded(input.value);
    turn += 1;
    list.replaceChildren();
    further.hidden = true;
    episodes.hidden = words.length > 0;
    status.textContent = words.length ? "Recherche en cours…" : "";
    remember(input.value.trim());
    if (!words.length) return;
    rest = { results: matches(words), words };
    begin(turn, false);
  }

  function begin(mine, leads) {
    show(rest, mine, leads).catch(() => {
      if (mine === turn) status.textContent = "La recherche ne répond pas. Vérifiez la connexion, puis réessayez.";
    });
  }

  function remember(text) {
    const address = new URL(location.href);
    if (text) address.searchParams.set("mots", text);
    else address.searchParams.delete("mots");
    if (address.href !== location.href) history.replaceState(null, "", address);
  }

  let pause = 0;
  input.addEventListener("focus", () => fetched("search/blocks.json").catch(() => {}), { once: true });
  input.addEventListener("input", () => {
    clearTimeout(pause);
    pause = setTimeout(search, PAUSE_MS);
  });
  further.addEventListener("click", () => begin(turn, true));

  box.hidden = false;
  input.value ||= new URLSearchParams(location.search).get("mots") ?? "";
  if (input.value) search();
})();
