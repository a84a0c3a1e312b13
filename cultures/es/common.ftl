### Words that every page may need.

# Address: “tú”. Words for Spain and Latin America alike: sala, mensaje, dispositivo, cuenta, clave de recuperación, cifrado, mencionar, servidor base. Wording that would name a gender is avoided.

-product = Hearth

common-form-error-title = Hay un problema

## What went wrong, wherever it did.

common-error-unreached = No se puede conectar con el servidor. Comprueba tu conexión e inténtalo de nuevo.
common-error-often =
    { $seconds ->
        [one] Demasiados intentos. Espera { $seconds } segundo e inténtalo de nuevo.
       *[other] Demasiados intentos. Espera { $seconds } segundos e inténtalo de nuevo.
    }
common-error-unknown = Algo ha fallado en el servidor. Inténtalo de nuevo en un momento.

common-close = Cerrar
common-cancel = Cancelar
common-copy-failed = No se ha podido copiar. Selecciona el texto para copiarlo.
