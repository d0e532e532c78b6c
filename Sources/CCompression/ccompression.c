#include "CCompression.h"

#include <stdlib.h>
#include <zlib.h>
#include <zstd.h>

struct ccompression_stream {
  ccompression_kind kind;
  int has_ended;
  z_stream zlib;
  ZSTD_DStream *zstd;
};

ccompression_stream *ccompression_open(ccompression_kind kind) {
  ccompression_stream *stream = calloc(1, sizeof *stream);
  if (stream == NULL) return NULL;
  stream->kind = kind;
  // 16 asks zlib for the gzip wrapper, a negative size for none.
  int window = kind == CCOMPRESSION_GZIP ? 16 + MAX_WBITS : -MAX_WBITS;
  int opened = kind == CCOMPRESSION_ZSTD ? (stream->zstd = ZSTD_createDStream()) != NULL
                                         : inflateInit2(&stream->zlib, window) == Z_OK;
  if (opened) return stream;
  free(stream);
  return NULL;
}

static ccompression_status step_zlib(ccompression_stream *stream, const uint8_t *input, size_t input_count,
                                     size_t *taken, uint8_t *output, size_t output_count, size_t *given) {
  z_stream *z = &stream->zlib;
  if (stream->has_ended && input_count > 0) {
    inflateReset(z);
    stream->has_ended = 0;
  }
  // zlib never writes through next_in.
  z->next_in = (Bytef *)input;
  z->avail_in = (uInt)input_count;
  z->next_out = output;
  z->avail_out = (uInt)output_count;
  int code = inflate(z, Z_NO_FLUSH);
  *taken = input_count - z->avail_in;
  *given = output_count - z->avail_out;
  if (code == Z_STREAM_END) {
    stream->has_ended = 1;
    return CCOMPRESSION_END;
  }
  return code == Z_OK || code == Z_BUF_ERROR ? CCOMPRESSION_MORE : CCOMPRESSION_DAMAGED;
}

static ccompression_status step_zstd(ccompression_stream *stream, const uint8_t *input, size_t input_count,
                                     size_t *taken, uint8_t *output, size_t output_count, size_t *given) {
  ZSTD_inBuffer in = {input, input_count, 0};
  ZSTD_outBuffer out = {output, output_count, 0};
  size_t code = ZSTD_decompressStream(stream->zstd, &out, &in);
  *taken = in.pos;
  *given = out.pos;
  if (ZSTD_isError(code)) return CCOMPRESSION_DAMAGED;
  return code == 0 ? CCOMPRESSION_END : CCOMPRESSION_MORE;
}

ccompression_status ccompression_step(ccompression_stream *stream, const uint8_t *input, size_t input_count,
                                      size_t *taken, uint8_t *output, size_t output_count, size_t *given) {
  return stream->kind == CCOMPRESSION_ZSTD ? step_zstd(stream, input, input_count, taken, output, output_count, given)
                                           : step_zlib(stream, input, input_count, taken, output, output_count, given);
}

void ccompression_close(ccompression_stream *stream) {
  if (stream->kind != CCOMPRESSION_ZSTD) inflateEnd(&stream->zlib);
  ZSTD_freeDStream(stream->zstd);
  free(stream);
}

uint32_t ccompression_crc32(uint32_t checksum, const uint8_t *bytes, size_t count) {
  return (uint32_t)crc32_z(checksum, bytes, count);
}
