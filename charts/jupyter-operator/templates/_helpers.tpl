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
{{- /* a number as it was written: large ones would come with an exponent */}}
{{- define "jupyter-operator.text" -}}
{{- if . -}}{{- kindIs "float64" . | ternary (int64 .) . -}}{{- end -}}
{{- end -}}
{{- /* what is set in the operator's environment unless it is empty */}}
{{- define "jupyter-operator.options" -}}
{{- dict
  "JO_ALLOW_ROOT" (ternary "true" "" .Values.jo_allow_root)
  "JO_CONTROLLER_NAMESPACES" (join "," .Values.jo_controller_namespaces)
  "JO_CULL_CONNECTED" (ternary "true" "" .Values.jo_cull_connected)
  "JO_CULL_MAX_AGE" (include "jupyter-operator.text" .Values.jo_cull_max_age)
  "JO_CULL_TIMEOUT" (include "jupyter-operator.text" .Values.jo_cull_timeout)
  "JO_GATEWAY" .Values.jo_gateway
  "JO_GPU_RESOURCE" .Values.jo_gpu_resource
  "JO_IMAGE_PULL_SECRET" .Values.jo_notebook_pull_secret
  "JO_INGRESS" (ternary "" "no" .Values.jo_ingress)
  "JO_INGRESS_ANNOTATIONS" .Values.jo_ingress_annotations
  "JO_INGRESS_CLASS" .Values.jo_ingress_class
  "JO_INGRESS_CLASS_ANNOTATION" (ternary "true" "" .Values.jo_ingress_class_annotation)
  "JO_INGRESS_PROXY_TIMEOUT" (include "jupyter-operator.text" .Values.jo_ingress_proxy_timeout)
  "JO_NETWORK_POLICY" (ternary "true" "" .Values.jo_network_policy)
  "JO_POD_AFFINITY" .Values.jo_pod_affinity
  "JO_POD_TOLERATIONS" .Values.jo_pod_tolerations
  "JO_SERVER_ADDRESS" .Values.jo_server_address
  "JO_SETTINGS_CONFIGMAP" .Values.jo_settings_configmap
  "JO_SHM_SIZE" (include "jupyter-operator.text" .Values.jo_shm_size)
  "JO_TIME_TO_LIVE" (include "jupyter-operator.text" .Values.jo_time_to_live)
  | toJson -}}
{{- end -}}
