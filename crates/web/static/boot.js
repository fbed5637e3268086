// Fetches the page's script only after the page itself has arrived.
(function(src){addEventListener('load',function(){var s=document.createElement('script');s.src=src;document.head.appendChild(s)})})(document.currentScript.dataset.src);
