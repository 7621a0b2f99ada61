{{- define "jupyter-operator.tag" -}}
{{- if has (toString .Values.jo_image_tag) (list "" "SetMe" "<nil>") -}}
{{- fail "jo_image_tag is not set: say which version of the operator to deploy, such as --set-string jo_image_tag=1.0.0" -}}
{{- end -}}
{{- .Values.jo_image_tag -}}
{{- end -}}
{{- define "jupyter-operator.form" -}}
{{- $names := list -}}
{{- range $image, $name := .Values.jo_image_variants -}}{{- $names = append $names $name -}}{{- end -}}
{{- $form := .Files.Get "files/dm-app.template.json" | fromJson -}}
{{- $_ := set $form.properties.image "enum" $names -}}
{{- $_ := set $form.properties.image "default" (first $names) -}}
{{- toJson $form -}}
{{- end -}}
