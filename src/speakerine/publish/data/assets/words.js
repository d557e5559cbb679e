// Words as the search knows them, and where they are in a sentence: the same folding as in search.py.
"use strict";

const Words = (() => {
  const LETTERS = { œ: "oe", æ: "ae", ß: "ss", ø: "o", ł: "l", đ: "d", ς: "σ" };
  const WORD = /[\p{L}\p{N}\p{M}]+/gu;
  const SHORTEST = 2;

  /** The text without accents or capitals. */
  function fold(text) {
    const bare = text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
    return bare.replace(/[œæßøłđς]/g, (letter) => LETTERS[letter]);
  }

  /** The folded words of the text that are long enough to be looked for, each once. */
  function folded(text) {
    const found = fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];
    return [...new Set(found)].filter((word) => [...word].length >= SHORTEST);
  }

  /** How many of the beginnings asked for open a word of the text. */
  function count(text, asked) {
    const there = folded(text);
    return asked.filter((beginning) => there.some((word) => word.startsWith(beginning))).length;
  }

  /** The text in pieces, [words, whether they were asked for]. */
  function pieces(text, asked) {
    const cut = [];
    let end = 0;
    for (const { 0: word, index } of text.matchAll(WORD)) {
      if (!asked.some((beginning) => fold(word).startsWith(beginning))) continue;
      cut.push([text.slice(end, index), false], [word, true]);
      end = index + word.length;
    }
    return [...cut, [text.slice(end), false]].filter(([piece]) => piece);
  }

  return { fold, folded, count, pieces };
})();
