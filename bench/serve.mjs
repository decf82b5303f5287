// Serves the peers' sites as a good static host would: packed with brotli at its best, and kept by browsers. Counts what it sends.
import { createServer } from "node:http";
import { readFileSync, statSync } from "node:fs";
import { extname, join } from "node:path";
import { constants, brotliCompressSync } from "node:zlib";

const types = { ".html": "text/html; charset=utf-8", ".js": "text/javascript", ".css": "text/css", ".wasm": "application/wasm", ".json": "application/json" };

/** Gives the address, what was sent since it was last asked ([{ path, bytes, at }], in milliseconds), and an end. */
export async function serve(folder) {
  const packed = new Map();
  let sent = [];
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url, "http://localhost");
    const found = file(folder, pathname);
    if (!found) return response.writeHead(404).end();
    if (!packed.has(found)) packed.set(found, brotli(readFileSync(found)));
    const body = packed.get(found);
    sent.push({ path: pathname, bytes: body.length, at: performance.now() });
    response.writeHead(200, {
      "content-type": types[extname(found)] ?? "application/octet-stream",
      "content-encoding": "br",
      "content-length": body.length,
      "cache-control": "public, max-age=31536000, immutable",
    }).end(body);
  });
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  return {
    address: `http://127.0.0.1:${server.address().port}`,
    sent: () => [sent, (sent = [])][0],
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

function file(folder, pathname) {
  const path = join(folder, pathname, pathname.endsWith("/") ? "index.html" : "");
  return statSync(path, { throwIfNoEntry: false })?.isFile() ? path : undefined;
}

const brotli = (bytes) => brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } });
