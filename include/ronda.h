/* libRonda: flags harmful posts (online gambling and its neighbours), as the `ronda` command does, byte for byte.
 *
 *   char *error = NULL;
 *   ronda_classifier *classifier = ronda_open("lexicons", &error);
 *   if (classifier == NULL) { fputs(error, stderr); ronda_free(error); return 1; }
 *   const char *text = "slot gacor maxwin";
 *   int64_t offsets[] = {0, (int64_t)strlen(text)};
 *   uint8_t *lines; size_t size;
 *   if (ronda_classify(classifier, (const uint8_t *)text, offsets, NULL, NULL, 1, &lines, &size) == RONDA_OK) {
 *     fwrite(lines, 1, size, stdout);
 *     ronda_free(lines);
 *   }
 *   ronda_close(classifier);
 *
 * Build: swift build -c release --product Ronda; link with -lRonda. Nothing here aborts on bad text, prints or exits.
 */
#ifndef RONDA_H
#define RONDA_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/* A lexicon and its model, ready to judge. Any number of threads may use one at the same time. */
typedef struct ronda_classifier ronda_classifier;

/* What ronda_classify returns. */
enum {
  RONDA_OK = 0,
  /* The offsets fall, or a pointer that must not be NULL is. Nothing was judged. */
  RONDA_BAD_ARGUMENT = 1,
  /* No memory for the output. */
  RONDA_NO_MEMORY = 2
};

/* Reads the lexicon in `directory` (UTF-8, ends with 0). Takes about as long as the start of `ronda scan`; keep it.
 * NULL if it can't be read: then `*error`, unless `error` is NULL, says file, line and what is wrong; free it with
 * ronda_free. */
ronda_classifier *ronda_open(const char *directory, char **error);

/* Ends a classifier that no thread uses any more. NULL does nothing. */
void ronda_close(ronda_classifier *classifier);

/* Judges `count` texts and gives a line of JSON for each, in order, as `ronda scan` writes them.
 *
 * Text i is bytes[offsets[i]] up to bytes[offsets[i + 1]], so there are count + 1 offsets that never fall: the layout of
 * Arrow's large_string. Texts should be UTF-8 but may be any bytes.
 * The ids are laid out alike; with `ids` or `id_offsets` NULL the ids are "1", "2", ...
 * On RONDA_OK `*output` holds `*output_size` bytes, to be freed with ronda_free; else both are left alone.
 * Never reads the bytes after offsets[count]. */
int ronda_classify(const ronda_classifier *classifier, const uint8_t *bytes, const int64_t *offsets,
                   const uint8_t *ids, const int64_t *id_offsets, size_t count, uint8_t **output, size_t *output_size);

/* Frees what ronda_open and ronda_classify gave. NULL does nothing. */
void ronda_free(void *memory);

#ifdef __cplusplus
}
#endif

#endif
