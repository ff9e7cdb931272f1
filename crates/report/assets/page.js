"use strict";
(() => {
  const one = id => document.getElementById(id);
  const all = (selector, root = document) => Array.from(root.querySelectorAll(selector));

  // The pieces of each account's text, in order, each with the byte it starts at.
  const pieces = new Map();
  const piecesOf = account => {
    if (!pieces.has(account)) {
      const list = all("[id]", one("b" + account)).map(piece => [Number(piece.id.split("-")[1]), piece]);
      pieces.set(account, list);
    }
    return pieces.get(account);
  };
  const spans = link => link.dataset.e.split(" ").map(span => {
    const [account, start, end] = span.split("-").map(Number);
    return { account, found: piecesOf(account).filter(([at]) => start <= at && at < end).map(([, piece]) => piece) };
  });
  const wordsOf = found => found.map(piece => piece.textContent).join("").replace(/\s+/g, " ").trim();

  const mark = links => {
    all(".hit").forEach(piece => piece.classList.remove("hit"));
    const seen = new Set();
    for (const link of links) {
      for (const { account, found } of spans(link)) {
        found.forEach(piece => piece.classList.add("hit"));
        if (found.length && !seen.has(account)) {
          seen.add(account);
          const body = one("b" + account);
          body.scrollTop = found[0].offsetTop - body.clientHeight / 3;
        }
      }
    }
  };

  // The drawer: the words of every account that speaks of a claim.
  const drawer = one("drawer");
  let opener = null;
  const close = () => {
    drawer.hidden = true;
    all("tr.open").forEach(row => row.classList.remove("open"));
    if (opener) opener.focus();
    opener = null;
  };
  const open = link => {
    const row = link.closest("tr");
    const links = all("a[data-e]", row);
    const labels = all("th.acc", row.closest("table"));
    mark(links);
    all("tr.open").forEach(other => other.classList.remove("open"));
    row.classList.add("open");
    one("drawer-title").textContent = row.querySelector("th bdi").textContent;
    const list = one("drawer-list");
    list.replaceChildren();
    for (const cell of all("td:not(.o)", row)) {
      const item = document.createElement("li");
      const name = document.createElement("b");
      const label = labels[list.children.length];
      name.textContent = label.title || label.textContent;
      const stance = document.createElement("span");
      stance.className = cell.className;
      const said = cell.querySelector("a");
      const word = (said && said.getAttribute("aria-label")) || "";
      stance.textContent = " " + ((said || cell).textContent + word).replace(/\d+/, "") + " ";
      item.append(name, stance);
      if (said) {
        for (const { found } of spans(said)) {
          if (!found.length) continue;
          const words = document.createElement("a");
          words.href = "#" + found[0].id;
          const held = document.createElement("bdi");
          held.textContent = "“" + wordsOf(found) + "”";
          words.append(held);
          item.append(words, " ");
        }
      }
      list.append(item);
    }
    drawer.hidden = false;
    opener = link;
    one("drawer-title").focus({ preventScroll: true });
  };

  document.addEventListener("click", event => {
    const link = event.target.closest("a[data-e]");
    if (!link) return;
    if (link.closest(".matrix")) {
      event.preventDefault();
      open(link);
    } else {
      mark([link]);
    }
  });
  document.addEventListener("keydown", event => {
    if (event.key === "Escape" && !drawer.hidden) close();
  });
  one("drawer-close").addEventListener("click", close);

  // What a link leads to must not be inside a closed part.
  const reveal = () => {
    const target = location.hash.length > 1 && one(location.hash.slice(1));
    const held = target && target.closest("details");
    if (held && !held.open) {
      held.open = true;
      target.scrollIntoView();
    }
  };
  addEventListener("hashchange", reveal);
  reveal();

  // What is closed is printed too.
  let closed = [];
  addEventListener("beforeprint", () => {
    closed = all("details:not([open])");
    closed.forEach(part => { part.open = true; });
  });
  addEventListener("afterprint", () => {
    closed.forEach(part => { part.open = false; });
  });

  const filters = one("filters");
  const items = all(".item");
  const apply = () => {
    const want = ["a", "k", "r"].map(key => [key, one("f-" + key).value]).filter(([, value]) => value !== "");
    let shown = 0;
    for (const item of items) {
      const fits = want.every(([key, value]) => item.dataset[key].includes(" " + value + " "));
      item.hidden = !fits;
      if (fits) shown += 1;
    }
    one("shown").textContent = want.length ? shown + " of " + items.length + " findings" : "";
  };
  filters.addEventListener("change", apply);
  filters.addEventListener("reset", () => setTimeout(apply));
  filters.addEventListener("submit", event => event.preventDefault());
  filters.hidden = false;
})();
