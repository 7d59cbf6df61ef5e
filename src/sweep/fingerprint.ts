/** Names a text by a number that another text hardly ever has. */

const offset = { high: 0xcbf29ce4, low: 0x84222325 };
/** Of the prime 2⁴⁰ + 435, by which every step multiplies. */
const prime = { shift: 40 - 32, rest: 435 };

/** FNV-1a (RFC draft by Fowler, Noll & Vo) over UTF-16 units, in 64 bits, of a text that comes in parts. */
export class Fingerprint {
  #high = offset.high;
  #low = offset.low;

  add(text: string): void {
    let [high, low] = [this.#high, this.#low];
    for (let i = 0; i < text.length; i++) {
      low = (low ^ text.charCodeAt(i)) >>> 0;
      const product = low * prime.rest;
      high = (high * prime.rest + Math.floor(product / 2 ** 32) + (low << prime.shift)) >>> 0;
      low = product >>> 0;
    }
    [this.#high, this.#low] = [high, low];
  }

  /** Sixteen hexadecimal digits. */
  get digits(): string {
    return [this.#high, this.#low].map((half) => half.toString(16).padStart(8, '0')).join('');
  }
}
