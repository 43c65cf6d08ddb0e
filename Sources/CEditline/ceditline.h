#ifndef CEDITLINE_H
#define CEDITLINE_H
// libedit's native interface for Swift, whose importer drops variadic functions: each form in use gets a static inline
// function with fixed arguments. Swift 6 also refuses to read the globals stdin and stdout.
#include <stdio.h>
#include <stdlib.h>
#include <stdint.h>
#include <wchar.h>
#include <histedit.h>

typedef char *_Nullable (*ceditline_prompt_fn)(EditLine *_Nonnull);
typedef unsigned char (*ceditline_key_fn)(EditLine *_Nonnull, int);
typedef int (*ceditline_getc_fn)(EditLine *_Nonnull, wchar_t *_Nonnull);

static inline EditLine *_Nullable ceditline_init(const char *_Nonnull prog) {
    return el_init(prog, stdin, stdout, stderr);
}
// The width by which libedit counts; wcwidth is not in Swift's Glibc module.
static inline int ceditline_width(uint32_t scalar) {
    extern int wcwidth(wchar_t);
    return wcwidth((wchar_t)scalar);
}
static inline void ceditline_put(const char *_Nonnull s) { fputs(s, stdout); fflush(stdout); }
static inline const char *_Nullable ceditline_editor(EditLine *_Nonnull el) {
    const char *v = NULL;
    return el_get(el, EL_EDITOR, &v) == 0 ? v : NULL;
}
static inline int ceditline_set_prompt(EditLine *_Nonnull el, ceditline_prompt_fn _Nonnull f, char esc) {
    return el_set(el, EL_PROMPT_ESC, f, (int)esc);
}
static inline int ceditline_set_rprompt(EditLine *_Nonnull el, ceditline_prompt_fn _Nonnull f, char esc) {
    return el_set(el, EL_RPROMPT_ESC, f, (int)esc);
}
static inline int ceditline_set_editor(EditLine *_Nonnull el, const char *_Nonnull mode) {
    return el_set(el, EL_EDITOR, mode);
}
static inline int ceditline_set_int(EditLine *_Nonnull el, int op, int value) {
    // EL_SIGNAL, EL_EDITMODE, EL_UNBUFFERED, EL_PREP_TERM, EL_SAFEREAD
    return el_set(el, op, value);
}
static inline int ceditline_get_int(EditLine *_Nonnull el, int op) {
    int v = 0;
    return el_get(el, op, &v) == 0 ? v : -1;
}
static inline int ceditline_bind(EditLine *_Nonnull el, const char *_Nonnull key, const char *_Nonnull fn) {
    return el_set(el, EL_BIND, key, fn, (char *)NULL);
}
static inline int ceditline_bind_alternate(EditLine *_Nonnull el, const char *_Nonnull key, const char *_Nonnull fn) {
    return el_set(el, EL_BIND, "-a", key, fn, (char *)NULL);   // vi command mode
}
static inline int ceditline_settc(EditLine *_Nonnull el, const char *_Nonnull cap, const char *_Nonnull value) {
    return el_set(el, EL_SETTC, cap, value, (char *)NULL);
}
static inline int ceditline_setty(EditLine *_Nonnull el, const char *_Nonnull mode, const char *_Nonnull flag) {
    return el_set(el, EL_SETTY, mode, flag, (char *)NULL);
}
static inline int ceditline_add_function(EditLine *_Nonnull el, const char *_Nonnull name,
                                        const char *_Nonnull help, ceditline_key_fn _Nonnull f) {
    return el_set(el, EL_ADDFN, name, help, f);
}
static inline int ceditline_set_getc(EditLine *_Nonnull el, ceditline_getc_fn _Nullable f) {
    return el_set(el, EL_GETCFN, f);
}
static inline int ceditline_set_client(EditLine *_Nonnull el, void *_Nullable p) {
    return el_set(el, EL_CLIENTDATA, p);
}
static inline void *_Nullable ceditline_client(EditLine *_Nonnull el) {
    void *p = NULL;
    return el_get(el, EL_CLIENTDATA, &p) == 0 ? p : NULL;
}
static inline int ceditline_refresh(EditLine *_Nonnull el) {
    return el_set(el, EL_REFRESH);
}
static inline int ceditline_set_history(EditLine *_Nonnull el, History *_Nullable h) {
    return el_set(el, EL_HIST, history, h);
}
static inline int ceditline_history_int(History *_Nonnull h, int op, int v) {
    HistEvent ev; return history(h, &ev, op, v);       // H_SETSIZE, H_SETUNIQUE, H_CLEAR (v unused)
}
static inline int ceditline_history_str(History *_Nonnull h, int op, const char *_Nonnull s) {
    HistEvent ev; return history(h, &ev, op, s);       // H_ENTER, H_APPEND, H_ADD, H_LOAD, H_SAVE
}
#endif
