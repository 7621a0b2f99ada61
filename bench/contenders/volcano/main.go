// The JobFlow controller of Volcano, alone: no scheduler, no other controller of it runs.
package main

import (
	"flag"
	"log"

	"k8s.io/client-go/informers"
	"k8s.io/client-go/kubernetes"
	"k8s.io/client-go/tools/clientcmd"
	"k8s.io/klog/v2"

	vcclientset "volcano.sh/apis/pkg/client/clientset/versioned"
	vcinformer "volcano.sh/apis/pkg/client/informers/externalversions"
	"volcano.sh/volcano/pkg/controllers/framework"
	_ "volcano.sh/volcano/pkg/controllers/jobflow"
)

func main() {
	klog.InitFlags(nil)
	qps := flag.Float64("kube-api-qps", 50, "requests per second; Volcano's default")
	burst := flag.Int("kube-api-burst", 100, "requests at once; Volcano's default")
	flag.Parse()

	config, err := clientcmd.NewNonInteractiveDeferredLoadingClientConfig(
		clientcmd.NewDefaultClientConfigLoadingRules(), nil).ClientConfig()
	if err != nil {
		log.Fatal(err)
	}
	config.QPS = float32(*qps)
	config.Burst = *burst
	kube := kubernetes.NewForConfigOrDie(config)
	volcano := vcclientset.NewForConfigOrDie(config)
	options := &framework.ControllerOption{
		KubeClient:              kube,
		VolcanoClient:           volcano,
		SharedInformerFactory:   informers.NewSharedInformerFactory(kube, 0),
		VCSharedInformerFactory: vcinformer.NewSharedInformerFactory(volcano, 0),
		MaxRequeueNum:           15,
		Config:                  config,
	}
	forever := make(chan struct{})
	framework.ForeachController(func(controller framework.Controller) {
		if err := controller.Initialize(options); err != nil {
			log.Fatal(err)
		}
		go controller.Run(forever)
	})
	<-forever
}
