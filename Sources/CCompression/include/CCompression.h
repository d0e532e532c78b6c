// zlib and libzstd behind one small streaming interface.
#ifndef CCOMPRESSION_H
#define CCOMPRESSION_H

#include <stddef.h>
#include <stdint.h>

// DEFLATE is the bare stream, as in ZIP archives.
typedef enum { CCOMPRESSION_GZIP, CCOMPRESSION_ZSTD, CCOMPRESSION_DEFLATE } ccompression_kind;

// MORE: the data go on. END: a whole member or frame was unpacked; another may follow. DAMAGED: these are no such data.
typedef enum { CCOMPRESSION_MORE, CCOMPRESSION_END, CCOMPRESSION_DAMAGED } ccompression_status;

typedef struct ccompression_stream ccompression_stream;

// NULL when memory is short.
ccompression_stream *ccompression_open(ccompression_kind kind);
// Unpacks from `input` to `output` and says how many bytes it took and gave. Members that follow each other are joined.
ccompression_status ccompression_step(ccompression_stream *stream, const uint8_t *input, size_t input_count,
                                      size_t *taken, uint8_t *output, size_t output_count, size_t *given);
void ccompression_close(ccompression_stream *stream);

// Carries on the CRC-32 of ZIP and gzip; it starts with 0.
uint32_t ccompression_crc32(uint32_t checksum, const uint8_t *bytes, size_t count);

#endif
