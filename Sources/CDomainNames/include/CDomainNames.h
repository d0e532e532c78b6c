// The public suffix list (libpsl) and internationalised names (libidn2) behind two functions.
#ifndef CDOMAINNAMES_H
#define CDOMAINNAMES_H

#include <stddef.h>

// 1 when `name`, in ASCII and lower case, is a public suffix such as `id`, `co.id` or `blogspot.com`; else 0.
int cdomainnames_is_public_suffix(const char *name);

// Writes the ASCII form (IDNA 2008) of the UTF-8 name to `output`, with a 0 at the end. 0 when there is none or no room.
int cdomainnames_to_ascii(const char *name, char *output, size_t size);

#endif
