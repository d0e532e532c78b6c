// libcurl for Swift. Swift can't call variadic C functions, so every variadic call gets one wrapper per argument type;
// the name says the type. Everything that is not variadic is used as libcurl declares it.
#ifndef CCURL_H
#define CCURL_H

#include <curl/curl.h>
#include <stdbool.h>

// Called with `count` bytes of a header line or of the decoded body. Returning less than `count` ends the transfer with
// CURLE_WRITE_ERROR. (libcurl's own signature has a `size` in front of the count, which is always 1; the type keeps it.)
typedef size_t (*ccurl_data_callback)(char *bytes, size_t size, size_t count, void *context);

// Called with the address about to be connected to. Returns a socket, or CURL_SOCKET_BAD to refuse the address.
typedef curl_socket_t (*ccurl_socket_callback)(void *context, curlsocktype purpose, struct curl_sockaddr *address);

CURLcode ccurl_set_long(CURL *easy, CURLoption option, long value);
CURLcode ccurl_set_offset(CURL *easy, CURLoption option, curl_off_t value);
// libcurl copies the string.
CURLcode ccurl_set_string(CURL *easy, CURLoption option, const char *value);
// libcurl keeps the pointer: what it points at must live until the handle is cleaned up.
CURLcode ccurl_set_pointer(CURL *easy, CURLoption option, void *value);
// libcurl keeps the list: it must live until the handle is cleaned up.
CURLcode ccurl_set_list(CURL *easy, CURLoption option, struct curl_slist *value);
CURLcode ccurl_set_data_callback(CURL *easy, CURLoption option, ccurl_data_callback callback);
CURLcode ccurl_set_socket_callback(CURL *easy, CURLoption option, ccurl_socket_callback callback);

CURLcode ccurl_get_long(CURL *easy, CURLINFO info, long *value);
// The string belongs to the handle: copy it before the handle is used or cleaned up.
CURLcode ccurl_get_string(CURL *easy, CURLINFO info, const char **value);
CURLcode ccurl_get_pointer(CURL *easy, CURLINFO info, void **value);
CURLcode ccurl_get_offset(CURL *easy, CURLINFO info, curl_off_t *value);

CURLMcode ccurl_multi_set_long(CURLM *multi, CURLMoption option, long value);
// Takes the next finished transfer, false when there is none. The handle still has to be removed from the multi.
bool ccurl_multi_next_done(CURLM *multi, CURL **easy, CURLcode *result);

// Copies the C socket address (family, port, address) into `buffer`. Returns its length, 0 when there is no room for it.
size_t ccurl_copy_address(const struct curl_sockaddr *address, unsigned char *buffer, size_t capacity);

// Opens the socket that libcurl asked a ccurl_socket_callback for, closed on exec. CURL_SOCKET_BAD on failure.
curl_socket_t ccurl_open_socket(const struct curl_sockaddr *address);

#endif
