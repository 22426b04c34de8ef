// Arguments: the files. Node brings the reference brotli; a crate would cost every first `cargo xtask` half a minute.
const fs = require('fs')
const zlib = require('zlib')
const { BROTLI_PARAM_QUALITY, BROTLI_PARAM_SIZE_HINT, BROTLI_PARAM_LGWIN } = zlib.constants

for (const file of process.argv.slice(1)) {
  const raw = fs.readFileSync(file)
  const params = { [BROTLI_PARAM_QUALITY]: 11, [BROTLI_PARAM_LGWIN]: 22, [BROTLI_PARAM_SIZE_HINT]: raw.length }
  fs.writeFileSync(file + '.br', zlib.brotliCompressSync(raw, { params }))
  fs.writeFileSync(file + '.gz', zlib.gzipSync(raw, { level: 9 }))
}
