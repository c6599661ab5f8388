import { parseHTML } from "linkedom";
import { expect, test } from "vitest";
import { lineOf } from "../../../components/listing/lines.ts";

const { document } = parseHTML("<html><body></body></html>");
const book = document.createElement("span");
book.className = "line";
book.innerHTML = 'const lr = <span class="constant">0.03</span>; <span class="comment">// η</span>\n';

test.each([
  ["const lr = 0.03; // η", 'const lr = <span class="constant">0.03</span>; <span class="comment">// η</span>\n'],
  ["const lr = 1.3; // η", 'const lr = <span class="constant">1.3</span>; <span class="comment">// η</span>\n'],
  ["const lr = f(3); // η", "const lr = f(3); // η\n"],
  ["const rate = 1.3; // η", "const rate = 1.3; // η\n"],
  ["", "\n"],
])("%j keeps the colours where a single word differs", (text, html) => {
  expect(lineOf(document, text, book).innerHTML).toBe(html);
});

test("a line the book does not have is plain", () => {
  expect(lineOf(document, "x;").innerHTML).toBe("x;\n");
});
