"use strict";
(() => {
  const root = document.documentElement;
  root.classList.add("js");
  const KEEP = "claimcheck-theme";
  try { // storage is refused in some private windows
    const kept = localStorage.getItem(KEEP);
    if (kept === "light" || kept === "dark") root.dataset.theme = kept;
  } catch {}

  document.addEventListener("DOMContentLoaded", () => {
    const $ = (id) => document.getElementById(id);
    const make = (tag, className, text) => {
      const element = document.createElement(tag);
      if (className) element.className = className;
      if (text !== undefined) element.textContent = text;
      return element;
    };
    const plain = (name) => name.replaceAll("_", " ");
    const narrow = matchMedia("(max-width: 900px)");
    const number = new Intl.NumberFormat("en");
    const counted = (count, thing) => `${number.format(count)} ${thing}${count === 1 ? "" : "s"}`;

    // What is on the page: sheets, and claims in reading order.
    const claims = [];
    const sheets = [...document.querySelectorAll(".sheet")].map((element, index) => {
      const sheet = { element, index, first: claims.length, panel: element.querySelector(".claims") };
      const records = JSON.parse(element.querySelector("script").textContent);
      const rows = element.querySelectorAll("tbody tr");
      sheet.claims = records.map((record, place) => {
        const claim = { record, sheet, place, row: rows[place], index: claims.length, shown: true };
        claims.push(claim);
        return claim;
      });
      sheet.marks = [...element.querySelectorAll("article mark")].map((mark) => {
        const over = mark.dataset.c.split(" ").map((place) => sheet.claims[place]);
        const ends = { s: mark.classList.contains("s"), e: mark.classList.contains("e") };
        for (const claim of over) (claim.marks ??= []).push(mark);
        return { mark, over, ends };
      });
      const letters = element.querySelector("article").textContent.length;
      element.style.containIntrinsicSize = `auto ${Math.max(300, Math.round(letters / 2.1))}px`;
      return sheet;
    });
    const over = new Map(sheets.flatMap((sheet) => sheet.marks.map((entry) => [entry.mark, entry.over])));
    const ofRow = new Map(claims.map((claim) => [claim.row, claim]));
    for (const claim of claims) claim.row.querySelector("a").tabIndex = -1;
    for (const sheet of sheets) {
      if (sheet.claims.length) sheet.claims[0].row.querySelector("a").tabIndex = 0;
      if (sheet.marks.length) sheet.marks[0].mark.tabIndex = 0;
    }

    // Verdicts: by claim id, so that they outlive changes elsewhere in the text; kept in the browser.
    const VERDICTS = { right: ["✓", "right"], wrong: ["✗", "wrong"], source: ["?", "needs a source"] };
    const STORE = "claimcheck-verdicts";
    const previous = JSON.parse($("previous")?.textContent ?? "null");
    const verdicts = new Map(Object.entries(previous ?? {}));
    try {
      for (const [id, one] of Object.entries(JSON.parse(localStorage.getItem(STORE) ?? "{}"))) verdicts.set(id, one);
    } catch {}
    const verdictOf = (claim) => verdicts.get(claim.record.id) ?? {};
    const showVerdict = (claim) => {
      const { verdict } = verdictOf(claim);
      const head = claim.row.querySelector("th");
      head.querySelector(".verdict")?.remove();
      if (!VERDICTS[verdict]) return;
      const [sign, name] = VERDICTS[verdict];
      const badge = make("span", `verdict v-${verdict}`, sign);
      badge.setAttribute("role", "img");
      badge.setAttribute("aria-label", name);
      head.append(" ", badge);
    };
    const judge = (claim, change) => {
      const one = { ...verdictOf(claim), ...change };
      for (const name of Object.keys(one)) if (!one[name]) delete one[name];
      // A verdict that was given before is taken back by an empty one, not by its absence
      if (Object.keys(one).length || previous?.[claim.record.id]) verdicts.set(claim.record.id, one);
      else verdicts.delete(claim.record.id);
      try { localStorage.setItem(STORE, JSON.stringify(Object.fromEntries(verdicts))); } catch {}
      showVerdict(claim);
    };
    const toggleVerdict = (claim, verdict) => {
      judge(claim, { verdict: verdictOf(claim).verdict === verdict ? "" : verdict });
      record.querySelectorAll("[data-verdict]").forEach((button) =>
        button.setAttribute("aria-pressed", String(button.dataset.verdict === verdictOf(claim).verdict)));
      status();
    };
    const status = () => {
      const done = claims.filter((claim) => VERDICTS[verdictOf(claim).verdict]).length;
      $("progress").hidden = !done;
      $("progress").textContent = `${number.format(done)} of ${number.format(claims.length)} judged`;
    };
    const judgedRows = () => claims.filter((claim) => Object.keys(verdictOf(claim)).length).map((claim) => {
      const { verdict = "", note = "", link = "" } = verdictOf(claim);
      const { id, kind, text, start, end } = claim.record;
      const title = claim.sheet.element.querySelector("h2").textContent;
      return { id, verdict, note, link, kind, text, start, end, article: title };
    });
    const save = (name, type, content) => {
      const link = make("a");
      link.href = URL.createObjectURL(new Blob([content], { type }));
      link.download = name;
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href), 1000);
    };
    const asJson = () => JSON.stringify(Object.fromEntries(judgedRows().map(({ id, ...rest }) => [id, rest])), null, 2) + "\n";
    const cell = (content) => {
      const text = /^\s*[=@+\-]/.test(String(content)) && typeof content !== "number" ? `'${content}` : String(content);
      return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
    };
    const asCsv = () => {
      const names = ["id", "verdict", "note", "link", "kind", "text", "start", "end", "article"];
      return [names, ...judgedRows().map((row) => names.map((name) => row[name]))]
        .map((row) => row.map(cell).join(",") + "\r\n").join("");
    };
    $("export-json").addEventListener("click", () => save("verdicts.json", "application/json", asJson()));
    $("export-csv").addEventListener("click", () => save("verdicts.csv", "text/csv", asCsv()));
    const sortRows = () => {
      const byScore = $("order").value === "score";
      for (const sheet of sheets) {
        const order = [...sheet.claims];
        if (byScore) order.sort((a, b) => (b.record.score ?? 0) - (a.record.score ?? 0) || a.place - b.place);
        sheet.order = order;
        sheet.element.querySelector("tbody")?.append(...order.map((claim) => claim.row));
      }
      if (selected) select(selected);
    };
    $("order").addEventListener("change", sortRows);
    for (const claim of claims) showVerdict(claim);
    if (previous) $("judged").value = "open";
    status();

    // Filters
    const wanted = { kinds: new Set(), certainty: "", attribution: "", query: "" };
    const tally = new Map();
    for (const { record } of claims) tally.set(record.kind, (tally.get(record.kind) ?? 0) + 1);
    for (const [kind, count] of [...tally].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))) {
      const chip = make("button", `k-${kind}`, plain(kind));
      chip.type = "button";
      chip.dataset.kind = kind;
      chip.setAttribute("aria-pressed", "false");
      chip.append(" ", make("small", "", number.format(count)));
      $("kinds").append(chip);
    }
    const sources = new Map();
    for (const { record } of claims) {
      const source = record.attribution?.source;
      if (source) sources.set(source, (sources.get(source) ?? 0) + 1);
    }
    if (sources.size) {
      const group = make("optgroup");
      group.label = "Attributed to";
      const most = [...sources].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, 200);
      for (const [source, count] of most) {
        const option = make("option", "", `${source} (${count})`);
        option.value = `=${source}`;
        group.append(option);
      }
      $("attribution").append(group);
    }
    for (const sheet of sheets) {
      const option = make("option", "", sheet.element.querySelector("h2").textContent);
      option.value = String(sheet.index);
      $("article").append(option);
    }
    if (sheets.length < 2) $("article").hidden = true;

    const words = (claim) =>
      (claim.words ??= [
        claim.row.textContent, plain(claim.record.kind), claim.record.sentence.text, JSON.stringify(claim.record.value),
      ].join("\n").toLowerCase());
    const matches = (claim) => {
      const { record } = claim;
      if (wanted.kinds.size && !wanted.kinds.has(record.kind)) return false;
      const { certainty, attribution } = wanted;
      if (certainty === "negative" ? record.polarity !== "negative"
        : certainty === "prediction" ? !record.prediction
        : certainty && record.certainty !== certainty) return false;
      const source = record.attribution?.source;
      if (attribution === "author" ? source !== undefined
        : attribution === "attributed" ? source === undefined
        : attribution && `=${source}` !== attribution) return false;
      const { verdict } = verdictOf(claim);
      if (wanted.judged === "open" ? VERDICTS[verdict] : wanted.judged && verdict !== wanted.judged) return false;
      return wanted.query.every((word) => words(claim).includes(word));
    };
    const filter = () => {
      wanted.certainty = $("certainty").value;
      wanted.attribution = $("attribution").value;
      wanted.judged = $("judged").value;
      wanted.query = $("query").value.toLowerCase().split(/\s+/).filter(Boolean);
      for (const select of [$("certainty"), $("attribution"), $("judged")]) select.classList.toggle("on", select.value !== "");
      const all = !wanted.kinds.size && !wanted.judged && !wanted.certainty && !wanted.attribution && !wanted.query.length;
      let count = 0, articles = 0;
      for (const sheet of sheets) {
        let here = 0;
        for (const claim of sheet.claims) {
          const shown = all || matches(claim);
          if (shown !== claim.shown) claim.row.hidden = !shown;
          claim.shown = shown;
          here += shown;
        }
        count += here;
        articles += here > 0;
        sheet.element.hidden = !all && !here;
        const caption = sheet.element.querySelector("caption");
        if (caption) caption.textContent = here === sheet.claims.length ? counted(here, "claim") : `${number.format(here)} of ${counted(sheet.claims.length, "claim")}`;
        for (const { mark, over, ends } of sheet.marks) {
          const [inner, outer] = over.filter((claim) => claim.shown);
          const classes = inner ? [`k-${inner.record.kind}`] : ["off"];
          if (outer) classes.push(`o-${outer.record.kind}`);
          if (ends.s || inner !== over[0]) classes.push("s");
          if (ends.e || inner !== over[0]) classes.push("e");
          if (selected && inner && over.includes(selected)) classes.push("on");
          const name = classes.join(" ");
          if (mark.className !== name) mark.className = name;
        }
      }
      if (selected && !selected.shown) select(null);
      $("nothing").hidden = count > 0 || all;
      $("status").textContent = all
        ? `${number.format(count)} in ${counted(sheets.length, "article")}`
        : `${number.format(count)} of ${number.format(claims.length)}, in ${counted(articles, "article")}`;
      return all;
    };
    const reset = () => {
      wanted.kinds.clear();
      for (const chip of $("kinds").children) chip.setAttribute("aria-pressed", "false");
      $("filters").reset();
      filter();
    };
    $("kinds").addEventListener("click", (event) => {
      const chip = event.target.closest("button");
      if (!chip) return;
      const { kind } = chip.dataset;
      const on = !wanted.kinds.delete(kind);
      if (on) wanted.kinds.add(kind);
      chip.setAttribute("aria-pressed", String(on));
      filter();
    });
    let timer;
    $("query").addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(filter, 80); });
    $("certainty").addEventListener("change", filter);
    $("attribution").addEventListener("change", filter);
    $("judged").addEventListener("change", filter);
    $("filters").addEventListener("submit", (event) => { event.preventDefault(); filter(); });
    $("reset").addEventListener("click", reset);
    $("article").addEventListener("change", () => {
      const sheet = sheets[$("article").value];
      $("article").value = "";
      if (sheet) goTo(sheet);
    });
    const goTo = (sheet) => {
      if (sheet.element.hidden) reset();
      settle(() => sheet.element.scrollIntoView({ block: "start" }));
    };

    // Selecting: the words, the row and the record belong together.
    let selected = null;
    const record = $("record");
    // Heights of what was never shown are estimates: the second call corrects the first.
    const settle = (scroll) => { scroll(); requestAnimationFrame(() => { scroll(); requestAnimationFrame(scroll); }); };
    const showRow = (claim) => {
      if (narrow.matches) return;
      const { panel } = claim.sheet;
      const top = claim.row.offsetTop;
      const bottom = top + claim.row.offsetHeight + (record.parentElement?.closest("tr") ? record.offsetHeight : 0);
      if (top - 48 < panel.scrollTop || bottom > panel.scrollTop + panel.clientHeight)
        panel.scrollTop = Math.max(0, Math.min(top - 56, Math.max(top - panel.clientHeight / 3, 0)));
    };
    const isInView = (mark) => {
      const box = mark.getBoundingClientRect();
      const floor = narrow.matches && !record.hidden ? record.getBoundingClientRect().top : innerHeight;
      return box.height > 0 && box.top > $("bar").offsetHeight + 8 && box.bottom < floor - 8;
    };
    const showText = (claim) => {
      const mark = claim.marks?.[0];
      if (!mark) return;
      settle(() => { if (!isInView(mark)) mark.scrollIntoView({ block: narrow.matches ? "start" : "center" }); });
    };
    const select = (claim, from) => {
      if (selected) {
        selected.row.classList.remove("on");
        selected.row.querySelector("a").removeAttribute("aria-current");
        for (const mark of selected.marks ?? []) mark.classList.remove("on");
      }
      selected = claim;
      hideTip();
      document.querySelector("tr.detail")?.remove();
      record.hidden = !claim;
      document.body.append(record);
      if (!claim) return;
      claim.row.classList.add("on");
      for (const other of claim.sheet.claims) other.row.querySelector("a").tabIndex = other === claim ? 0 : -1;
      claim.row.querySelector("a").setAttribute("aria-current", "true");
      for (const mark of claim.marks ?? []) mark.classList.add("on");
      fill(claim);
      if (!narrow.matches) {
        const detail = make("tr", `detail k-${claim.record.kind}`);
        const cell = make("td");
        cell.colSpan = 3;
        cell.append(record);
        detail.append(cell);
        claim.row.after(detail);
      }
      showText(claim);
      settle(() => showRow(claim));
      history.replaceState(null, "", `#t${claim.sheet.index + 1}-${claim.place}`);
      if (from === "keys") focusOn(claim.marks?.[0] ?? claim.row.querySelector("a"));
    };
    const focusOn = (element) => {
      if (element.tabIndex < 0 && element.localName === "mark") element.tabIndex = -1;
      element.focus({ preventScroll: true });
    };
    narrow.addEventListener("change", () => { if (selected) select(selected); });

    const COMPARATORS = { "=": "equal to", "~": "about", "<": "less than", "<=": "at most", ">": "more than", ">=": "at least" };
    const said = (content) => (typeof content === "number" ? content.toLocaleString("en", { maximumFractionDigits: 12 })
      : typeof content === "boolean" ? (content ? "yes" : "no") : content === null ? "–" : plain(String(content)));
    const fill = (claim) => {
      const it = claim.record;
      record.className = `k-${it.kind}`;
      record.setAttribute("aria-label", `Record: ${plain(it.kind)}`);
      const title = make("h3", "", `${plain(it.kind)}: ${claim.row.cells[2].querySelector("b").textContent}`);
      const close = make("button", "close", "×");
      close.type = "button";
      close.setAttribute("aria-label", "Close the record");
      close.addEventListener("click", () => select(null));
      title.append(close);

      const quote = make("blockquote");
      quote.dir = "auto";
      const points = [...it.sentence.text]; // offsets count code points
      const start = it.start - it.sentence.start, end = it.end - it.sentence.start;
      quote.append(points.slice(0, start).join(""), make("mark", `k-${it.kind} s e`, points.slice(start, end).join("")), points.slice(end).join(""));

      const list = make("dl");
      const line = (name, content) => list.append(make("dt", "", name), make("dd", "", content));
      const cue = (name) => {
        const found = it.cues.filter((one) => one.qualifier === name).map((one) => `“${one.text}”`);
        return found.length ? `, by ${found.join(", ")}` : "";
      };
      if (it.subject) {
        const { text, resolved } = it.subject;
        line("subject", resolved && resolved !== text ? `${resolved} (“${text}”)` : text);
      }
      for (const [name, content] of Object.entries(it.value)) line(plain(name), said(content));
      if (typeof it.score === "number") line("worth checking", it.score.toFixed(2));
      if (it.comparator !== "=") line("comparator", `${it.comparator} ${COMPARATORS[it.comparator]}`);
      if (it.polarity !== "positive") line("polarity", it.polarity + cue("polarity"));
      line("certainty", it.certainty + cue("certainty"));
      if (it.prediction) line("prediction", "yes" + cue("prediction"));
      line("said by", it.attribution ? `${it.attribution.source}${it.attribution.cue ? ` (“${it.attribution.cue}”)` : ""}` : "the author");
      const place = it.location?.page ? `page ${it.location.page}, ` : it.location?.line ? `line ${it.location.line}, ` : "";
      line("place", `${place}characters ${number.format(it.start)}–${number.format(it.end)}`);
      line("found by", it.found_by);

      const bench = make("div", "bench");
      const choices = make("div", "choices");
      choices.setAttribute("role", "group");
      choices.setAttribute("aria-label", "Verdict");
      for (const [verdict, [sign, name]] of Object.entries(VERDICTS)) {
        const choice = make("button", `v-${verdict}`, `${sign} ${name}`);
        choice.type = "button";
        choice.dataset.verdict = verdict;
        choice.setAttribute("aria-pressed", String(verdictOf(claim).verdict === verdict));
        choice.addEventListener("click", () => toggleVerdict(claim, verdict));
        choices.append(choice);
      }
      const field = (tag, name, label) => {
        const input = make(tag);
        input.id = `bench-${name}`;
        input.value = verdictOf(claim)[name] ?? "";
        input.placeholder = label;
        input.setAttribute("aria-label", label);
        input.addEventListener("change", () => judge(claim, { [name]: input.value.trim() }));
        return input;
      };
      const note = field("textarea", "note", "Note");
      note.rows = 2;
      const link = field("input", "link", "Link to a source");
      link.type = "url";
      bench.append(choices, note, link);

      const buttons = make("div", "buttons");
      const button = (name, label, act) => {
        const element = make("button", "", name);
        element.type = "button";
        if (label) element.setAttribute("aria-label", label);
        element.addEventListener("click", act);
        buttons.append(element);
        return element;
      };
      button("‹", "Previous claim", () => step(-1));
      button("›", "Next claim", () => step(1));
      if (narrow.matches) {
        button("In the table", "", () => { claim.row.scrollIntoView({ block: "center" }); claim.row.querySelector("a").focus({ preventScroll: true }); });
        button("In the text", "", () => { claim.marks?.[0]?.scrollIntoView({ block: "start" }); });
      }
      const copy = button("Copy JSON", "", () => copied(claim, copy));
      const details = make("details");
      details.append(make("summary", "", "JSON"), make("pre", "", JSON.stringify(it, null, 2)));
      record.replaceChildren(title, bench, quote, list, buttons, details);
    };
    const copied = async (claim, button) => {
      const text = JSON.stringify(claim.record, null, 2);
      try {
        await navigator.clipboard.writeText(text);
      } catch { // refused outside of secure contexts
        const area = make("textarea");
        area.value = text;
        document.body.append(area);
        area.select();
        document.execCommand("copy");
        area.remove();
      }
      if (!button) return;
      button.textContent = "Copied";
      setTimeout(() => { button.textContent = "Copy JSON"; }, 1200);
    };

    const step = (by) => {
      let index = selected ? selected.index + by : by > 0 ? firstInView() : firstInView() - 1;
      while (claims[index] && !claims[index].shown) index += by;
      if (claims[index]) select(claims[index], "keys");
    };
    const firstInView = () => {
      const below = $("bar").offsetHeight;
      const sheet = sheets.find(({ element }) => !element.hidden && element.getBoundingClientRect().bottom > below);
      if (!sheet) return 0;
      const claim = sheet.claims.find((one) => one.shown && one.marks?.[0].getBoundingClientRect().bottom > below);
      return claim?.index ?? sheet.first + sheet.claims.length;
    };
    const stepArticle = (by) => {
      const edge = $("bar").offsetHeight + 24;
      const open = sheets.filter(({ element }) => !element.hidden);
      let at = open.findLastIndex(({ element }) => element.getBoundingClientRect().top <= edge);
      if (by < 0 && at >= 0 && open[at].element.getBoundingClientRect().top < edge - 40) at += 1;
      const sheet = open[at + by];
      if (sheet) { select(null); goTo(sheet); }
    };

    // The pointer
    const innermost = (mark) => {
      const open = over.get(mark)?.filter((claim) => claim.shown) ?? [];
      const at = open.indexOf(selected);
      return open[(at + 1) % open.length]; // a second click goes to the claim around this one
    };
    const namedBy = (hash) => {
      const [, article, place] = /^#[tr](\d+)-(\d+)$/.exec(hash) ?? [];
      return sheets[article - 1]?.claims[place];
    };
    document.addEventListener("click", (event) => {
      const ofFinding = namedBy(event.target.closest(".findings a")?.hash);
      if (ofFinding) { event.preventDefault(); select(ofFinding); return; }
      const mark = event.target.closest("article mark");
      if (mark) {
        const claim = innermost(mark);
        if (claim && !String(getSelection())) { select(claim); focusOn(mark); }
        return;
      }
      const claim = ofRow.get(event.target.closest("tbody tr"));
      if (claim && !String(getSelection())) {
        event.preventDefault();
        select(claim === selected && !event.target.closest("a") ? null : claim);
      }
    });
    const tip = $("tip");
    const hideTip = () => {
      tip.hidden = true;
      for (const element of document.querySelectorAll(".hover")) element.classList.remove("hover");
    };
    const hover = (event) => {
      const mark = event.target.closest?.("article mark");
      const row = event.target.closest?.("tbody tr:not(.detail)");
      hideTip();
      if (row) {
        const claim = ofRow.get(row);
        for (const one of claim?.marks ?? []) one.classList.add("hover");
        return;
      }
      const open = over.get(mark)?.filter((claim) => claim.shown) ?? [];
      if (!open.length) return;
      open[0].row.classList.add("hover");
      for (const one of open[0].marks) one.classList.add("hover");
      tip.replaceChildren(...open.slice(0, 4).map((claim) => {
        const box = make("div");
        box.append(make("b", "", plain(claim.record.kind)), ` ${claim.row.cells[2].querySelector("b").textContent}`);
        const subject = claim.row.cells[1].textContent;
        if (subject !== "–") box.append(make("span", "", subject));
        for (const one of claim.row.querySelectorAll(".q")) box.append(make("span", "", one.textContent));
        return box;
      }));
      tip.hidden = false;
      const box = mark.getClientRects()[0];
      const left = Math.min(Math.max(8, event.clientX ? event.clientX - 20 : box.left), innerWidth - tip.offsetWidth - 8);
      const below = (event.clientY || box.bottom) + 22;
      const top = below + tip.offsetHeight > innerHeight - 8 ? Math.max(8, (event.clientY || box.top) - tip.offsetHeight - 16) : below;
      tip.style.left = `${left}px`;
      tip.style.top = `${top}px`;
    };
    if (matchMedia("(hover: hover)").matches) document.addEventListener("mouseover", hover);
    document.addEventListener("scroll", hideTip, { passive: true });

    // Light and dark
    const switchTheme = () => {
      const dark = root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
      root.dataset.theme = dark ? "light" : "dark";
      try { localStorage.setItem(KEEP, root.dataset.theme); } catch {}
    };
    $("theme").addEventListener("click", switchTheme);
    const showKeys = () => $("keys").showModal();
    $("help").addEventListener("click", showKeys);

    // The keyboard
    const swap = () => {
      const claim = ofRow.get(document.activeElement.closest("tr")) ?? selected;
      if (!claim) return;
      const inText = document.activeElement.localName === "mark";
      if (claim !== selected) select(claim);
      if (inText && narrow.matches) claim.row.scrollIntoView({ block: "center" });
      focusOn(inText ? claim.row.querySelector("a") : claim.marks?.[0] ?? claim.row.querySelector("a"));
    };
    const moveInTable = (by) => {
      const claim = ofRow.get(document.activeElement.closest("tr"));
      const all = claim?.sheet.order ?? claim?.sheet.claims;
      for (let place = all?.indexOf(claim) + by; all?.[place]; place += by) {
        if (!all[place].shown) continue;
        select(all[place]);
        all[place].row.querySelector("a").focus({ preventScroll: true });
        return true;
      }
      return false;
    };
    const escape = () => {
      if (document.activeElement?.closest(".bench") && /^(input|textarea)$/.test(document.activeElement.localName)) {
        document.activeElement.blur();
      } else if (document.activeElement === $("query")) {
        if ($("query").value) { $("query").value = ""; filter(); } else $("query").blur();
      } else if (selected) select(null);
      else reset();
    };
    document.addEventListener("keydown", (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey || $("keys").open) return;
      const { key, target } = event;
      if (key === "Escape") { event.preventDefault(); escape(); return; }
      if (/^(input|select|textarea)$/.test(target.localName)) {
        if (key === "Enter" && target === $("query")) { event.preventDefault(); filter(); target.blur(); step(1); }
        return;
      }
      const inTable = target.closest("tbody th a");
      const acts = {
        j: () => step(1), k: () => step(-1), "]": () => stepArticle(1), "[": () => stepArticle(-1),
        0: () => { if (selected) { judge(selected, { verdict: "" }); fill(selected); status(); } },
        n: () => { if (selected) $("bench-note").focus(); },
        l: () => { if (selected) $("bench-link").focus(); },
        s: () => { $("order").value = $("order").value === "score" ? "place" : "score"; sortRows(); },
        "/": () => { $("query").focus(); $("query").select(); }, t: switchTheme, "?": showKeys,
        c: () => { if (selected) copied(selected, [...record.querySelectorAll(".buttons button")].at(-1)); },
      };
      Object.keys(VERDICTS).forEach((verdict, place) => {
        acts[place + 1] = () => { if (selected) toggleVerdict(selected, verdict); };
      });
      if (inTable) Object.assign(acts, { ArrowDown: () => moveInTable(1), ArrowUp: () => moveInTable(-1) });
      if (inTable || target.localName === "mark") {
        acts.Enter = () => {
          const claim = target.localName === "mark" ? innermost(target) : null;
          if (claim && !over.get(target).includes(selected)) select(claim);
          swap();
        };
      }
      if (acts[key]) { event.preventDefault(); acts[key](); }
    });

    const measure = () => root.style.setProperty("--bar", `${$("bar").offsetHeight}px`);
    new ResizeObserver(measure).observe($("bar"));
    measure();
    filter();
    const linked = namedBy(location.hash);
    if (linked) select(linked);
    root.dataset.ready = "true";
  });
})();
