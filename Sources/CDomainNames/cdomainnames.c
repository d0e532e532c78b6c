#include "CDomainNames.h"

#include <idn2.h>
#include <libpsl.h>
#include <pthread.h>
#include <string.h>

static psl_ctx_t *list;
static pthread_once_t once = PTHREAD_ONCE_INIT;

// The system's list when it is newer than the one built into libpsl. Lives as long as the program.
static void load(void) { list = psl_latest(NULL); }

int cdomainnames_is_public_suffix(const char *name) {
    pthread_once(&once, load);
    return list == NULL || psl_is_public_suffix(list, name);
}

int cdomainnames_to_ascii(const char *name, char *output, size_t size) {
    char *ascii = NULL;
    if (idn2_to_ascii_8z(name, &ascii, IDN2_NONTRANSITIONAL | IDN2_NFC_INPUT) != IDN2_OK) return 0;
    size_t length = strlen(ascii);
    int fits = length < size;
    if (fits) memcpy(output, ascii, length + 1);
    idn2_free(ascii);
    return fits;
}
