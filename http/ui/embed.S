/* Puts the built page into the binary as it is; the folder dist/ is on the include path. */
    .section .rodata
    .global chido_ui_index_begin, chido_ui_index_end
chido_ui_index_begin:
    .incbin "index.html"
chido_ui_index_end:
    .global chido_ui_script_begin, chido_ui_script_end
chido_ui_script_begin:
    .incbin "app.js"
chido_ui_script_end:
    .global chido_ui_style_begin, chido_ui_style_end
chido_ui_style_begin:
    .incbin "app.css"
chido_ui_style_end:
    .byte 0
    .section .note.GNU-stack,"",@progbits
