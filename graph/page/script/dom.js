'use strict';
// Elements. Text goes into the page as text only: nothing here, or anywhere in
// these scripts, reads it as HTML.

const byId = (id) => document.getElementById(id);

// el makes an element. Functions become listeners of the events they are named
// for, what is null or false is left out.
function el(name, attributes = {}, ...children) {
  return fill(document.createElement(name), attributes, children);
}

// svg makes an element of a drawing.
function svg(name, attributes = {}, ...children) {
  return fill(document.createElementNS('http://www.w3.org/2000/svg', name), attributes, children);
}

function fill(element, attributes, children) {
  for (const [key, value] of Object.entries(attributes)) {
    if (typeof value === 'function') element.addEventListener(key, value);
    else if (value !== null && value !== undefined && value !== false) element.setAttribute(key, value === true ? '' : value);
  }
  element.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== ''));
  return element;
}

// isolated keeps the direction of a text from what stands around it.
const isolated = (text) => el('bdi', {}, text);

// plain is a button that looks like text.
const plain = (click, ...children) => el('button', { type: 'button', class: 'plain', click }, ...children);

// shortened is for cells, where nobody reads a megabyte.
const shortened = (text, length = 400) => (text.length > length ? text.slice(0, length).trimEnd() + ' …' : text);

const plural = (n, one, many = one + 's') => `${n.toLocaleString('en')} ${n === 1 ? one : many}`;

// later calls f once nothing has called for it any more for some milliseconds.
function later(f, pause) {
  let timer;
  return () => {
    clearTimeout(timer);
    timer = setTimeout(f, pause);
  };
}

// link leads to an address of the web; any other stays text.
function link(address, ...children) {
  if (!/^https?:\/\//i.test(address ?? '')) return el('span', {}, ...children);
  return el('a', { href: address, rel: 'noopener noreferrer', target: '_blank' }, ...children);
}
