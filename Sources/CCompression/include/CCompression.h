// zlib and libzstd behind one small streaming interface.
#ifndef CCOMPRESSION_H
#define CCOMPRESSION_H

#include <stddef.h>
#include <stdint.h>

typedef enum { CCOMPRESSION_GZIP, CCOMPRESSION_ZSTD } ccompression_kind;

// MORE: the data go on. END: a whole member or frame was unpacked; another may follow. DAMAGED: these are no such data.
typedef enum { CCOMPRESSION_MORE, CCOMPRESSION_END, CCOMPRESSION_DAMAGED } ccompression_status;

typedef struct ccompression_stream ccompression_stream;

// NULL when memory is short.
ccompression_stream *ccompression_open(ccompression_kind kind);
// Unpacks from `input` to `output` and says how many bytes it took and gave. Members that follow each other are joined.
ccompression_status ccompression_step(ccompression_stream *stream, const uint8_t *input, size_t input_count,
                                      size_t *taken, uint8_t *output, size_t output_count, size_t *given);
void ccompression_close(ccompression_stream *stream);

#endif
