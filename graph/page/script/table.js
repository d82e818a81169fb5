// A table in pages of some rows, sorted by any column, whose rows open to show
// what is behind them. Only the rows of one page are in the document.

const rowsOfPage = 50;

class Table {
  // columns: {title, cell(row), sort(row), name, start} where sort gives what is
  // compared, start says that the first click sorts downwards.
  constructor(caption, columns, behind) {
    Object.assign(this, { caption, columns, behind, rows: [], page: 0, opened: null, by: null, down: false });
    this.element = el('div', { keydown: (event) => this.key(event) });
  }

  set(rows) {
    this.all = rows;
    this.page = 0;
    if (!rows.includes(this.opened)) this.opened = null;
    this.sort();
  }

  sort() {
    this.rows = [...this.all];
    if (this.by) {
      const sign = this.down ? -1 : 1;
      const keys = new Map(this.rows.map((row) => [row, this.by.sort(row)]));
      this.rows.sort((a, b) => sign * compare(keys.get(a), keys.get(b)));
    }
    this.draw();
  }

  sortBy(column) {
    if (this.by === column && this.down !== Boolean(column.start)) [this.by, this.down] = [null, false];
    else [this.by, this.down] = [column, this.by === column ? !this.down : Boolean(column.start)];
    this.page = 0;
    this.sort();
    this.element.querySelectorAll('th button')[this.columns.indexOf(column)].focus();
  }

  draw() {
    const shown = this.rows.slice(this.page * rowsOfPage, (this.page + 1) * rowsOfPage);
    if (shown.length === 0) {
      this.element.replaceChildren(el('p', { class: 'none' }, 'Nothing remains: take back some of what is chosen.'));
      return;
    }
    this.body = el('tbody', {}, shown.map((row) => this.row(row)));
    this.element.replaceChildren(el('div', { class: 'scroll' },
      el('table', {}, el('caption', { class: 'unseen' }, this.caption), el('thead', {}, el('tr', {}, this.columns.map((c) => this.head(c)))), this.body)), this.pages());
  }

  head(column) {
    const sort = this.by === column ? (this.down ? 'descending' : 'ascending') : null;
    return el('th', { scope: 'col', 'aria-sort': sort, class: column.name },
      el('button', { type: 'button', class: 'plain', click: () => this.sortBy(column) }, column.title));
  }

  row(row) {
    const open = row === this.opened;
    const cells = this.columns.map((c) => el('td', { class: c.name }, c.opens ? this.opener(row, c.cell(row), open) : c.cell(row)));
    const tr = el('tr', { class: open ? 'open' : null, click: (event) => {
      if (!event.target.closest('button, a') && getSelection().isCollapsed) this.toggle(row);
    } }, cells);
    return open ? [tr, el('tr', { class: 'behind' }, el('td', { colspan: this.columns.length }, this.behind(row)))] : [tr];
  }

  opener(row, content, open) {
    return el('button', { type: 'button', class: 'plain more', 'aria-expanded': String(open), click: () => this.toggle(row) }, content);
  }

  toggle(row) {
    this.opened = this.opened === row ? null : row;
    this.draw();
    this.focus(row);
  }

  focus(row) {
    const at = this.rows.indexOf(row) - this.page * rowsOfPage;
    this.openers()[at]?.focus();
  }

  // reveal opens a row on whatever page it is.
  reveal(row) {
    this.opened = row;
    this.page = Math.floor(this.rows.indexOf(row) / rowsOfPage);
    this.draw();
    this.focus(row);
    this.element.querySelector('.behind')?.scrollIntoView({ block: 'center' });
  }

  openers() {
    return [...this.element.querySelectorAll('tbody .more')];
  }

  key(event) {
    const openers = this.openers();
    const at = openers.indexOf(event.target);
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (at >= 0 && step) {
      openers[at + step]?.focus();
      event.preventDefault();
    } else if (event.key === 'Escape' && this.opened) {
      this.toggle(this.opened);
      event.stopPropagation();
    }
  }

  pages() {
    const number = (n) => n.toLocaleString('en');
    const all = this.rows.length;
    const from = this.page * rowsOfPage;
    const last = Math.max(0, Math.ceil(all / rowsOfPage) - 1);
    const turn = (page, name) => el('button', {
      type: 'button', disabled: page < 0 || page > last, 'data-turn': name, click: () => this.turn(page, name),
    }, name);
    return el('nav', { class: 'pages', 'aria-label': 'Pages of the table', hidden: last === 0 },
      el('span', { role: 'status' }, `${number(from + 1)}–${number(Math.min(from + rowsOfPage, all))} of ${number(all)}`),
      turn(this.page - 1, 'Earlier'), turn(this.page + 1, 'Further'));
  }

  turn(page, name) {
    Object.assign(this, { page, opened: null });
    this.draw();
    this.element.querySelector(`[data-turn="${name}"]:enabled`)?.focus();
    this.element.scrollIntoView({ block: 'nearest' });
  }
}

// compare puts numbers before one another, texts in the order of a dictionary, and
// what is unknown last.
function compare(a, b) {
  const unknown = (x) => x === undefined || x === null || x === '';
  if (unknown(a) || unknown(b)) return Number(unknown(a)) - Number(unknown(b));
  return typeof a === 'number' ? a - b : collator.compare(a, b);
}

const collator = new Intl.Collator('en');
