// Command echo is the operator of the comparison, in controller-runtime: see bench/contenders/README.md.
package main

import (
	"context"
	"os"

	"go.uber.org/zap/zapcore"
	corev1 "k8s.io/api/core/v1"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/runtime"
	"k8s.io/apimachinery/pkg/runtime/schema"
	clientscheme "k8s.io/client-go/kubernetes/scheme"
	ctrl "sigs.k8s.io/controller-runtime"
	"sigs.k8s.io/controller-runtime/pkg/client"
	"sigs.k8s.io/controller-runtime/pkg/controller"
	"sigs.k8s.io/controller-runtime/pkg/controller/controllerutil"
	"sigs.k8s.io/controller-runtime/pkg/log"
	"sigs.k8s.io/controller-runtime/pkg/log/zap"
	metricsserver "sigs.k8s.io/controller-runtime/pkg/metrics/server"
)

const finalizer = "bench.jopf.io/echo"

// Echo is what is to be echoed.
type Echo struct {
	metav1.TypeMeta   `json:",inline"`
	metav1.ObjectMeta `json:"metadata,omitempty"`
	Spec              struct {
		Value string `json:"value"`
	} `json:"spec"`
	Status struct {
		Observed string `json:"observed,omitempty"`
	} `json:"status,omitempty"`
}

// DeepCopyObject makes it a runtime.Object.
func (e *Echo) DeepCopyObject() runtime.Object {
	out := *e
	e.ObjectMeta.DeepCopyInto(&out.ObjectMeta)
	return &out
}

// EchoList is a list of them.
type EchoList struct {
	metav1.TypeMeta `json:",inline"`
	metav1.ListMeta `json:"metadata,omitempty"`
	Items           []Echo `json:"items"`
}

// DeepCopyObject makes it a runtime.Object.
func (l *EchoList) DeepCopyObject() runtime.Object {
	out := *l
	out.Items = make([]Echo, len(l.Items))
	for i := range l.Items {
		out.Items[i] = *l.Items[i].DeepCopyObject().(*Echo)
	}
	return &out
}

type reconciler struct {
	client.Client
}

func (r *reconciler) Reconcile(ctx context.Context, request ctrl.Request) (ctrl.Result, error) {
	var echo Echo
	if err := r.Get(ctx, request.NamespacedName, &echo); err != nil {
		return ctrl.Result{}, client.IgnoreNotFound(err)
	}
	if !echo.DeletionTimestamp.IsZero() {
		if controllerutil.RemoveFinalizer(&echo, finalizer) {
			return ctrl.Result{}, client.IgnoreNotFound(r.Update(ctx, &echo))
		}
		return ctrl.Result{}, nil
	}
	if controllerutil.AddFinalizer(&echo, finalizer) {
		if err := r.Update(ctx, &echo); err != nil {
			return ctrl.Result{}, err
		}
	}
	child := corev1.ConfigMap{ObjectMeta: metav1.ObjectMeta{Name: echo.Name, Namespace: echo.Namespace}}
	if _, err := controllerutil.CreateOrUpdate(ctx, r.Client, &child, func() error {
		child.Data = map[string]string{"value": echo.Spec.Value}
		return controllerutil.SetControllerReference(&echo, &child, r.Scheme())
	}); err != nil {
		return ctrl.Result{}, err
	}
	if echo.Status.Observed == echo.Spec.Value {
		return ctrl.Result{}, nil
	}
	echo.Status.Observed = echo.Spec.Value
	return ctrl.Result{}, r.Status().Update(ctx, &echo)
}

func run() error {
	log.SetLogger(zap.New(zap.Level(zapcore.WarnLevel)))
	scheme := runtime.NewScheme()
	group := schema.GroupVersion{Group: "bench.jopf.io", Version: "v1"}
	scheme.AddKnownTypes(group, &Echo{}, &EchoList{})
	metav1.AddToGroupVersion(scheme, group)
	if err := clientscheme.AddToScheme(scheme); err != nil {
		return err
	}
	config := ctrl.GetConfigOrDie()
	config.QPS = -1
	manager, err := ctrl.NewManager(config, ctrl.Options{
		Scheme:  scheme,
		Metrics: metricsserver.Options{BindAddress: "0"},
	})
	if err != nil {
		return err
	}
	err = ctrl.NewControllerManagedBy(manager).
		For(&Echo{}).
		Owns(&corev1.ConfigMap{}).
		WithOptions(controller.Options{MaxConcurrentReconciles: 10}).
		Complete(&reconciler{manager.GetClient()})
	if err != nil {
		return err
	}
	return manager.Start(ctrl.SetupSignalHandler())
}

func main() {
	if err := run(); err != nil {
		os.Stderr.WriteString(err.Error() + "\n")
		os.Exit(1)
	}
}
