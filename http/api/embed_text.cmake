# cmake -DTEXT=openapi.json -DOUT=openapi_text.inc -P embed_text.cmake: the text as C++ string literals.
file(READ "${TEXT}" text)
string(REPLACE "\n" "\n)text\"\nR\"text(" text "${text}")
file(WRITE "${OUT}" "R\"text(${text})text\"\n")
