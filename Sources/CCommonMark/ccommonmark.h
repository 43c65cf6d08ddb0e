#ifndef CCOMMONMARK_H
#define CCOMMONMARK_H
// libcmark-gfm with GitHub's tables and task lists.
#include <cmark-gfm.h>
#include <cmark-gfm-extension_api.h>
#include <cmark-gfm-core-extensions.h>
#endif
