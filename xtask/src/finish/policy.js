// Argument: the page. Prints a content security policy that lets it run: its inline scripts and styles by their hashes, the
// program, and nobody else's code. Pictures of the backend may lie anywhere.
const fs = require('fs')
const crypto = require('crypto')

const page = fs.readFileSync(process.argv[1], 'utf8')
const inline = tag => [...page.matchAll(new RegExp(`<${tag}>([^]*?)</${tag}>`, 'g'))].map(([, text]) => {
  return `'sha256-${crypto.createHash('sha256').update(text).digest('base64')}'`
})
console.log([
  "default-src 'self'",
  ["script-src 'self' 'wasm-unsafe-eval'", ...inline('script')].join(' '),
  ["style-src 'self'", ...inline('style')].join(' '),
  "img-src 'self' data: blob: https: http:",
  "base-uri 'self'",
  "form-action 'self'",
  "object-src 'none'",
].join('; '))
