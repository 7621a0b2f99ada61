{{- define "jobflow-operator.tag" -}}
{{- if has (toString .Values.jf_image_tag) (list "" "SetMe" "<nil>") -}}
{{- fail "jf_image_tag is not set: say which version of the operator to deploy, such as --set-string jf_image_tag=1.0.0" -}}
{{- end -}}
{{- .Values.jf_image_tag -}}
{{- end -}}
