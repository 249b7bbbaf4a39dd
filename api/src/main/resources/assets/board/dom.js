// The little that is needed to build and update HTML without a library. Text only ever goes in as text, never as markup.

/**
 * A new element.
 *
 * @param {string} tag
 * @param {Record<string, string | boolean | null | undefined | Function>} attributes functions become listeners (`onclick`),
 *     null, undefined and false leave the attribute out
 * @param {...(Node | string | null | undefined | false)} children
 */
export function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') {
      element.addEventListener(name.slice(2), value);
    } else if (value !== null && value !== undefined && value !== false) {
      element.setAttribute(name, value === true ? '' : value);
    }
  }
  element.append(...children.filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

/** Puts the text into the element unless it is there already: no flicker, and screen readers hear changes only. */
export function setText(element, words) {
  if (element.textContent !== words) {
    element.textContent = words;
  }
}

/**
 * Makes `nodes` the children of `parent`, but leaves every child alone that already looks the same. Polling would otherwise
 * drop the reader's selection, focus and open tables every ten seconds.
 */
export function patch(parent, ...nodes) {
  const wanted = nodes.filter((node) => node !== null && node !== undefined && node !== false);
  wanted.forEach((node, index) => {
    const present = parent.childNodes[index];
    if (present === undefined) {
      parent.append(node);
    } else if (!present.isEqualNode(node)) {
      present.replaceWith(node);
    }
  });
  while (parent.childNodes.length > wanted.length) {
    parent.lastChild.remove();
  }
}

/** Sets a CSS custom property from script; an inline style attribute would be refused by the content security policy. */
export function withProperty(element, name, value) {
  element.style.setProperty(name, value);
  return element;
}
