// The compiled lexicon inside the binary; CMake gives its path.
    .section .rodata
    .balign 16
    .global chido_lexicon_begin
    .global chido_lexicon_end
chido_lexicon_begin:
    .incbin CHIDO_LEXICON_BLOB
chido_lexicon_end:
    .byte 0
    .section .note.GNU-stack,"",%progbits
