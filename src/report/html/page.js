"use strict";
// The page is whole without this script: it adds filters, sorting and keys, and loads nothing.
(() => {
  const byId = (id) => document.getElementById(id);
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const say = (text) => { byId("status").textContent = text; };

  // ---- the table ----
  const body = byId("table").tBodies[0];
  const SEVERITIES = ["error", "warning", "note", "unread", "clear"];
  const rows = all("tr", body).map((row, index) => {
    const cells = [...row.cells].map((cell) => cell.textContent.trim());
    const code = row.cells[1].querySelector("code");
    return {
      row, index, cells,
      kind: row.classList[0],
      muted: row.classList.contains("muted"),
      rule: code ? code.textContent : "",
      treatments: cells[4].split(", "),
      text: cells.join(" ").toLowerCase(),
      link: row.querySelector("a.to"),
    };
  });
  const filters = byId("filters");
  const count = byId("count");
  const findings = rows.filter((row) => row.kind !== "clear").length;
  let shown = rows;

  for (const name of new Set(rows.map((row) => row.cells[5]))) {
    byId("letter").add(new Option(name, name));
  }

  const fits = () => {
    const kinds = new Set(all("[name=kind]:checked", filters).map((box) => box.value));
    const value = (id) => byId(id).value;
    const [rule, decision, treatment, letter] = ["rule", "decision", "treatment", "letter"].map(value);
    const words = value("search").toLowerCase().split(/\s+/).filter(Boolean);
    return (row) => kinds.has(row.muted ? "unreported" : row.kind)
      && (!rule || row.rule === rule)
      && (!decision || row.cells[3] === decision)
      && (!treatment || row.treatments.includes(treatment))
      && (!letter || row.cells[5] === letter)
      && words.every((word) => row.text.includes(word));
  };

  const filter = () => {
    const is = fits();
    shown = rows.filter((row) => {
      const kept = is(row);
      row.row.hidden = !kept;
      return kept;
    });
    const ofItems = shown.filter((row) => row.kind === "clear").length;
    const items = ofItems ? ` and ${ofItems} items without one` : "";
    count.textContent = `${shown.length - ofItems} of ${findings} findings${items}`;
  };

  let waiting;
  filters.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(filter, rows.length > 2000 ? 250 : 60);
  });
  filters.addEventListener("reset", () => setTimeout(filter));
  filters.addEventListener("submit", (event) => event.preventDefault());

  // ---- sorting ----
  const heads = all("thead th", byId("table"));
  const numbers = new Intl.Collator("en", { numeric: true, sensitivity: "base" });
  const compare = (column) => (one, other) => (column === 0
    ? SEVERITIES.indexOf(one.kind) - SEVERITIES.indexOf(other.kind)
    : numbers.compare(one.cells[column], other.cells[column])) || one.index - other.index;
  const sort = (column, ascending) => {
    rows.sort(compare(column));
    if (!ascending) rows.reverse();
    body.append(...rows.map((row) => row.row));
    shown = rows.filter((row) => !row.row.hidden);
    heads.forEach((head, at) => {
      if (at === column) head.setAttribute("aria-sort", ascending ? "ascending" : "descending");
      else head.removeAttribute("aria-sort");
    });
  };
  heads.forEach((head, column) => {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener("click", () => {
      sort(column, head.getAttribute("aria-sort") !== "ascending");
      say(`sorted by ${button.textContent}, ${head.getAttribute("aria-sort")}`);
    });
  });

  // ---- from the overview to the table ----
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-rule], a[data-show]");
    if (!link) return;
    filters.reset();
    if (link.dataset.rule) byId("rule").value = link.dataset.rule;
    else for (const box of all("[name=kind]", filters)) box.checked = box.value === link.dataset.show;
    setTimeout(filter);
  });

  // ---- findings and their words ----
  let lit = [];
  const light = (element) => {
    lit.forEach((part) => part.classList.remove("lit"));
    const letter = element.closest(".letter");
    const card = element.closest(".card")
      || (element.matches(".sign") && byId(element.getAttribute("href").slice(1)));
    lit = [];
    if (!letter || !card) return;
    lit = [card, ...all(`mark[data-f~="${card.dataset.f}"]`, letter)];
    lit.forEach((part) => part.classList.add("lit"));
  };
  document.addEventListener("focusin", (event) => light(event.target));

  const calm = matchMedia("(prefers-reduced-motion: reduce)");
  const go = (target) => {
    for (let fold = target.closest("details"); fold; fold = fold.parentElement.closest("details")) {
      fold.open = true;
    }
    target.focus({ preventScroll: true });
    target.scrollIntoView({ block: "center", behavior: calm.matches ? "auto" : "instant" });
  };
  document.addEventListener("click", (event) => {
    const link = event.target.closest('a[href^="#"]');
    const target = link && byId(link.getAttribute("href").slice(1));
    if (!target || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (!target.matches(".sign, .card, .n, .items > li")) return;
    event.preventDefault();
    history.pushState(null, "", link.hash);
    if (target.matches(".n")) target.tabIndex = -1;
    go(target);
  });

  // ---- next and previous ----
  const order = new Map(all(".letter, .card").map((element, at) => [element.id, at]));
  const targets = () => shown
    .filter((row) => row.kind !== "clear")
    .map((row) => {
      const target = byId(row.link.hash.slice(1));
      const at = target && order.get(target.matches(".sign") ? target.hash.slice(1) : target.id);
      return { row, target, at };
    })
    .filter(({ at }) => at !== undefined)
    .sort((one, other) => one.at - other.at);
  let current = -1;
  const here = () => {
    const focused = document.activeElement;
    const card = focused.closest(".card") || (focused.matches(".sign") && byId(focused.hash.slice(1)));
    return card ? order.get(card.id) : current;
  };
  const step = (forward) => {
    const list = targets();
    if (!list.length) {
      say("No finding fits the filter.");
      return;
    }
    const at = here();
    const found = forward
      ? list.findIndex((entry) => entry.at > at)
      : list.findLastIndex((entry) => entry.at < at);
    if (found < 0) {
      say(forward ? "This was the last finding." : "This was the first finding.");
      return;
    }
    const { row, target } = list[found];
    current = list[found].at;
    go(target);
    say(`Finding ${found + 1} of ${list.length}: ${row.cells[0]}, ${row.link.textContent}`);
  };
  byId("next").addEventListener("click", () => step(true));
  byId("previous").addEventListener("click", () => step(false));

  // ---- dark and light ----
  const root = document.documentElement;
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const isDark = () => (root.dataset.theme ? root.dataset.theme === "dark" : dark.matches);
  const name = () => { byId("theme").textContent = isDark() ? "Light" : "Dark"; };
  const toggle = () => {
    root.dataset.theme = isDark() ? "light" : "dark";
    name();
  };
  byId("theme").addEventListener("click", toggle);
  dark.addEventListener("change", name);

  // ---- keys ----
  const help = () => {
    const keys = byId("keys");
    keys.hidden = !keys.hidden;
    byId("keys-button").setAttribute("aria-expanded", String(!keys.hidden));
  };
  byId("keys-button").addEventListener("click", help);
  const KEYS = {
    n: () => step(true), j: () => step(true), p: () => step(false), k: () => step(false),
    t: toggle, "?": help,
    "/": () => { byId("search").focus(); },
  };
  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest("input:not([type=checkbox]), select, textarea");
    if (event.ctrlKey || event.metaKey || event.altKey || typing) return;
    const act = Object.hasOwn(KEYS, event.key) && KEYS[event.key];
    if (!act || !(byId("keys-on").checked || event.key === "?")) return;
    event.preventDefault();
    act();
  });

  // ---- begin ----
  filters.hidden = false;
  all(".tools").forEach((tools) => { tools.hidden = false; });
  root.classList.add("scripted");
  name();
  filter();
})();
